package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.simulator.FaultRule;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses fault rules separated by semicolons. A rule may be a mixture of faults. */
final class FaultsConverter implements ITypeConverter<FaultsConverter.Faults> {

    private static final String MIXED = "mixed=";

    /** What an unreliable network and service do to requests, before and after these are processed. */
    private static final List<String> MIXTURE = List.of(
            "reset-before",
            "reset-after",
            "internal-server-error",
            "bad-gateway",
            "service-unavailable",
            "too-many-requests",
            "truncated-body",
            "silence");

    /**
     * The rules of one option.
     *
     * @param rules the rules, in order
     */
    record Faults(List<FaultRule> rules) {}

    @Override
    public Faults convert(String text) {
        List<FaultRule> rules = new ArrayList<>();
        for (String part : text.split(";")) {
            String rule = part.strip();
            if (rule.startsWith(MIXED)) {
                rules.addAll(mixture(rule.substring(MIXED.length())));
            } else {
                rules.add(rule(rule));
            }
        }
        return new Faults(rules);
    }

    private static FaultRule rule(String text) {
        try {
            return FaultRule.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static List<FaultRule> mixture(String text) {
        double rate;
        try {
            rate = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a fraction of all requests, such as 0.2");
        }
        if (!(rate >= 0 && rate < 1)) {
            throw new TypeConversionException("'" + text + "' is not at least 0 and less than 1");
        }
        // A rule sees only the requests that the rules before it did not hit.
        double each = 1 - Math.pow(1 - rate, 1.0 / MIXTURE.size());
        return MIXTURE.stream()
                .map(fault -> FaultRule.parse("*:" + fault + ":probability=" + each))
                .toList();
    }
}
