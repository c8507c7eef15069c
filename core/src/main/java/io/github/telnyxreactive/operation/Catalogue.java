package io.github.telnyxreactive.operation;

import java.util.List;

/** All endpoints that this library knows. */
public final class Catalogue {

    private static final List<Endpoint<?>> ENDPOINTS = List.of(
            TestOperations.LIST,
            TestOperations.CREATE,
            TestSuiteOperations.LIST,
            TestSuiteOperations.LIST_RUNS,
            TestSuiteOperations.TRIGGER_RUNS,
            TestOperations.DELETE,
            TestOperations.RETRIEVE,
            TestOperations.UPDATE,
            TestRunOperations.LIST,
            TestRunOperations.TRIGGER,
            TestRunOperations.RETRIEVE);

    private Catalogue() {}

    /**
     * Returns the endpoints. Where two paths match the same request, the one that comes first is meant.
     *
     * @return the endpoints, in the order of their paths
     */
    public static List<Endpoint<?>> endpoints() {
        return ENDPOINTS;
    }
}
