package io.github.telnyxreactive.model.flow;

import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Tools that came in lists of lists, or without a list, and are written so. */
final class NestedTools extends AbstractList<AssistantTool> implements RandomAccess {

    private final List<AssistantTool> tools;
    private final Object nested;

    NestedTools(List<AssistantTool> tools, Object nested) {
        this.tools = List.copyOf(tools);
        this.nested = nested;
    }

    /** Returns an immutable copy. */
    static List<AssistantTool> copy(@Nullable List<AssistantTool> tools) {
        return tools instanceof NestedTools ? tools : Models.list(tools);
    }

    /** Returns what is written: a tool, or a list of tools and lists. */
    Object nested() {
        return nested;
    }

    @Override
    public AssistantTool get(int index) {
        return tools.get(index);
    }

    @Override
    public int size() {
        return tools.size();
    }
}
