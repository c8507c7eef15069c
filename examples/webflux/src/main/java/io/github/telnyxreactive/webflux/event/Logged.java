package io.github.telnyxreactive.webflux.event;

/**
 * An event with its place in a log.
 *
 * @param id the number of the event, from 1 on; of a snapshot that of the last event that it takes into account
 * @param event the event
 * @param <T> the type of the events
 */
public record Logged<T>(long id, T event) {}
