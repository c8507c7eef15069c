package io.github.telnyxreactive.simulator;

/**
 * The gates for responses that are sent in parts.
 *
 * @param streams the gate for streamed responses, such as a chat
 * @param lists the gate for the elements of lists
 */
record Gates(PartGate streams, PartGate lists) {}
