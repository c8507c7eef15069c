package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.model.limit.Length;
import io.github.telnyxreactive.model.limit.PhoneNumber;
import io.github.telnyxreactive.model.limit.Range;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limit that an annotation sets, copied from it in advance, because each access to an annotation goes through a
 * proxy.
 */
interface Limit {

    /** Returns a description of how a value violates the limit, {@code null} if it does not. */
    @Nullable String violation(Object value);

    /** Returns the limits of a component, in the order in which they are reported. */
    static List<Limit> of(RecordComponent component) {
        List<Limit> limits = new ArrayList<>();
        Length length = component.getAnnotation(Length.class);
        if (length != null) {
            limits.add(new LengthLimit(length.min(), length.max()));
        }
        Range range = component.getAnnotation(Range.class);
        if (range != null) {
            limits.add(new RangeLimit(range.min(), range.max()));
        }
        PhoneNumber phoneNumber = component.getAnnotation(PhoneNumber.class);
        if (phoneNumber != null) {
            limits.add(new PhoneNumberLimit(phoneNumber.sip(), phoneNumber.template()));
        }
        return List.copyOf(limits);
    }

    /** The limit of {@link Length}. */
    record LengthLimit(int min, int max) implements Limit {

        @Override
        public @Nullable String violation(Object value) {
            boolean text = value instanceof String;
            int actual = value instanceof String string
                    ? string.codePointCount(0, string.length())
                    : ((List<?>) value).size();
            if (actual >= min && actual <= max) {
                return null;
            }
            String allowed =
                    max == Integer.MAX_VALUE ? "at least " + min : min == 0 ? "at most " + max : min + " to " + max;
            int counted = max == Integer.MAX_VALUE ? min : max;
            String unit = (text ? " character" : " element") + (counted == 1 ? "" : "s");
            return "must have " + allowed + unit + ", not " + actual;
        }
    }

    /** The limit of {@link Range}. */
    record RangeLimit(double min, double max) implements Limit {

        @Override
        public @Nullable String violation(Object value) {
            if (!(value instanceof Number number)) {
                return null;
            }
            double actual = number.doubleValue();
            if (actual >= min && actual <= max) {
                return null;
            }
            String allowed = max == Double.POSITIVE_INFINITY
                    ? "at least " + text(min)
                    : "from " + text(min) + " to " + text(max);
            return "must be " + allowed + ", not " + text(actual);
        }

        private static String text(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }
    }

    /** The limit of {@link PhoneNumber}. */
    record PhoneNumberLimit(boolean sip, boolean template) implements Limit {

        private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
        private static final Pattern SIP = Pattern.compile("(?i)sips?:[^\\s@]+(@[^\\s@]+)?");
        private static final Pattern TEMPLATE = Pattern.compile("(?s).*\\{\\{.*}}.*");

        @Override
        public @Nullable String violation(Object value) {
            String actual = value.toString();
            boolean accepted = E164.matcher(actual).matches()
                    || (sip && SIP.matcher(actual).matches())
                    || (template && TEMPLATE.matcher(actual).matches());
            return accepted
                    ? null
                    : "must be a phone number in E.164 format, such as +13125550001" + (sip ? ", or a SIP URI" : "")
                            + ", not \"" + actual + "\"";
        }
    }
}
