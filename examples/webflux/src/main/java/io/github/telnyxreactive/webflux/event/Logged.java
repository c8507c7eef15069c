package io.github.telnyxreactive.webflux.event;

/**
 * An event with its number in a log.
 *
 * @param id the number of the event, from 1; that of a snapshot is the number of the last event that it includes
 * @param event the event
 * @param <T> the type of the events
 */
public record Logged<T>(long id, T event) {}
