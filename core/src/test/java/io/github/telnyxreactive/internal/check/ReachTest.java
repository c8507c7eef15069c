package io.github.telnyxreactive.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.limit.Range;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReachTest {

    private static final Leaf GOOD = new Leaf(1);
    private static final Leaf BAD = new Leaf(0);

    static Stream<Arguments> within() {
        return Stream.of(
                Arguments.of(BAD, "n"),
                Arguments.of(List.of(GOOD, BAD), "[1].n"),
                Arguments.of(new Lists(List.of(List.of(GOOD), List.of(GOOD, BAD))), "leaves[1][1].n"),
                Arguments.of(new Update(Field.set(BAD), Field.unchanged()), "leaf.n"),
                Arguments.of(new Update(Field.clear(), Field.set(List.of(BAD))), "more_leaves[0].n"),
                Arguments.of(new Box<>(BAD), "value.n"),
                Arguments.of(new Box<>(List.of(new Box<>(BAD))), "value[0].value.n"),
                Arguments.of(new Wild(List.of(BAD), new Box<>("a"), GOOD), "any[0].n"),
                Arguments.of(new Wild(List.of(), new Box<>(BAD), GOOD), "box.value.n"),
                Arguments.of(new Wild(List.of(), new Box<>("a"), BAD), "anything.n"),
                Arguments.of(new Wild(List.of(), new Box<>("a"), List.of(BAD)), "anything[0].n"),
                Arguments.of(new Tree(new Tree(null, null, BAD), null, GOOD), "left.leaf.n"),
                Arguments.of(new Tree(null, new Branch(new Tree(null, null, BAD)), GOOD), "branch.tree.leaf.n"),
                Arguments.of(new Branch(new Tree(null, new Branch(null), BAD)), "tree.leaf.n"),
                Arguments.of(new Shapes(new Circle(BAD)), "shape.n"),
                Arguments.of(new Shapes(new Square(null, new Circle(BAD))), "shape.inner.n"),
                Arguments.of(new Ruled(new VersionPercentage("v1", 0.0, Map.of())), "version.percentage"),
                Arguments.of(new Open(new Opening(0)), "opened.n"));
    }

    @ParameterizedTest
    @MethodSource("within")
    void findsALimitAtAnyPosition(Object request, String path) {
        assertThat(RequestChecks.check(request)).extracting(Violation::field).containsExactly(path);
    }

    @Test
    void skipsTypesThatCannotHaveALimit() {
        assertThat(Stream.of(Loop.class, Plain.class, Kind.class, String.class, Map.class, int[].class))
                .noneMatch(Reach::includes);
        assertThat(Stream.of(Tree.class, Branch.class, Shape.class, Object.class, List.class, Collection.class))
                .allMatch(Reach::includes);
        assertThat(RequestChecks.check(new Loop(new Loop(null, List.of()), List.of())))
                .isEmpty();
        assertThat(RequestChecks.check(new Plain("a", 1, Map.of("a", BAD), List.of("a"), new Unlimited("a"))))
                .isEmpty();
    }

    @Test
    void reportsAnAccessorThatCannotBeCalled() {
        String message = "an accessor of a model must be public and must not throw";

        assertThatThrownBy(() -> RequestChecks.check(new Secret(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message)
                .hasCauseInstanceOf(IllegalAccessException.class);
        assertThatThrownBy(() -> RequestChecks.check(new Throwing(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message)
                .hasRootCauseMessage("not now");
    }

    public record Leaf(@Range(min = 1) int n) {}

    public record Lists(List<List<Leaf>> leaves) {}

    public record Update(Field<Leaf> leaf, Field<List<Leaf>> moreLeaves) {}

    public record Box<T>(T value) {}

    public record Wild(List<?> any, Box<?> box, Object anything) {}

    public record Tree(@Nullable Tree left, @Nullable Branch branch, Leaf leaf) {}

    public record Branch(@Nullable Tree tree) {}

    public record Shapes(Shape shape) {}

    public sealed interface Shape permits Circle, Square {}

    public record Circle(@JsonValue Leaf leaf) implements Shape {}

    public record Square(@Nullable Plain plain, Shape inner) implements Shape {}

    /** Contains no component with a limit, but a value with a rule of its own. */
    public record Ruled(VersionPercentage version) {}

    /** An interface that is not sealed: any class may implement it. */
    public interface Opened {}

    public record Open(Opened opened) {}

    public record Opening(@Range(min = 1) int n) implements Opened {}

    public record Loop(@Nullable Loop next, List<Loop> others) {}

    public record Plain(String text, int number, Map<String, Leaf> leaves, List<String> texts, Unlimited untold) {}

    public enum Kind {
        ONE
    }

    private record Unlimited(String text) {}

    private record Secret(@Range(min = 1) int n) {}

    public record Throwing(@Range(min = 1) int n) {

        @Override
        public int n() {
            throw new UnsupportedOperationException("not now");
        }
    }
}
