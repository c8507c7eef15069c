/** MCP servers. */
@NullMarked
package io.github.telnyxreactive.model.mcpserver;

import org.jspecify.annotations.NullMarked;
