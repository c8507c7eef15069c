package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.limit.Range;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an annotation asks of a value, read out of it beforehand: each call of an annotation goes through a proxy. */
interface Limit {

    /** Returns what is wrong with a value, {@code null} if nothing is. */
    @Nullable String broken(Object value);

    /** Returns the limits of a component, in the order in which they are named. */
    static List<Limit> of(RecordComponent component) {
        List<Limit> limits = new ArrayList<>();
        Length length = component.getAnnotation(Length.class);
        if (length != null) {
            limits.add(new Bounds(length.min(), length.max()));
        }
        Range range = component.getAnnotation(Range.class);
        if (range != null) {
            limits.add(new Between(range.min(), range.max()));
        }
        PhoneNumber phoneNumber = component.getAnnotation(PhoneNumber.class);
        if (phoneNumber != null) {
            limits.add(new Dialable(phoneNumber.sip(), phoneNumber.template()));
        }
        return List.copyOf(limits);
    }

    /** The limit of {@link Length}. */
    record Bounds(int min, int max) implements Limit {

        @Override
        public @Nullable String broken(Object value) {
            boolean text = value instanceof String;
            int actual = value instanceof String string
                    ? string.codePointCount(0, string.length())
                    : ((List<?>) value).size();
            if (actual >= min && actual <= max) {
                return null;
            }
            String unit = text ? " characters" : " elements";
            String wanted =
                    max == Integer.MAX_VALUE ? "at least " + min : min == 0 ? "at most " + max : min + " to " + max;
            return "must have " + wanted + unit + ", not " + actual;
        }
    }

    /** The limit of {@link Range}. */
    record Between(double min, double max) implements Limit {

        @Override
        public @Nullable String broken(Object value) {
            if (!(value instanceof Number number)) {
                return null;
            }
            double actual = number.doubleValue();
            if (actual >= min && actual <= max) {
                return null;
            }
            String wanted = max == Double.POSITIVE_INFINITY
                    ? "at least " + shown(min)
                    : "from " + shown(min) + " to " + shown(max);
            return "must be " + wanted + ", not " + shown(actual);
        }

        private static String shown(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }
    }

    /** The limit of {@link PhoneNumber}. */
    record Dialable(boolean sip, boolean template) implements Limit {

        private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
        private static final Pattern SIP = Pattern.compile("(?i)sips?:[^\\s@]+(@[^\\s@]+)?");
        private static final Pattern TEMPLATE = Pattern.compile("(?s).*\\{\\{.*}}.*");

        @Override
        public @Nullable String broken(Object value) {
            String actual = value.toString();
            boolean accepted = E164.matcher(actual).matches()
                    || (sip && SIP.matcher(actual).matches())
                    || (template && TEMPLATE.matcher(actual).matches());
            return accepted
                    ? null
                    : "must be a phone number in E.164, such as +13125550001" + (sip ? ", or a SIP URI" : "")
                            + ", not \"" + actual + "\"";
        }
    }
}
