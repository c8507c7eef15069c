package io.github.telnyxreactive.simulator;

/**
 * What decides when the parts of answers are sent.
 *
 * @param streams decides for the answers that are streamed, such as a chat
 * @param lists decides for the elements of lists
 */
record Gates(StreamGate streams, StreamGate lists) {}
