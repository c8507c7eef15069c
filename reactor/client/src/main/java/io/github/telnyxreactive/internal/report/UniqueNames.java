package io.github.telnyxreactive.internal.report;

/**
 * Makes names unique by adding numbers. Of several results with the same name, some build servers keep only the last, which
 * could hide a failed run behind one that passed. Unlike ids of runs, numbers are the same in the next build.
 */
public final class UniqueNames {

    private final HashCounts used = new HashCounts();

    /** Starts without any names. */
    public UniqueNames() {}

    /**
     * Makes a name unique. Names are compared as they appear in XML.
     *
     * @param wanted any name
     * @return the name, followed by a number if it was returned before
     */
    public String next(String wanted) {
        String name = Characters.line(wanted);
        int number = used.add(name);
        if (number == 1) {
            return name;
        }
        String numbered = name + " (" + number + ")";
        while (used.count(numbered) > 0) {
            numbered = name + " (" + used.add(name) + ")";
        }
        used.add(numbered);
        return numbered;
    }
}
