package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A language for which a voice is optimized. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record LanguageBoost(@JsonValue String value) {

    /** Detected automatically. */
    public static final LanguageBoost AUTO = new LanguageBoost("auto");

    /** Chinese. */
    public static final LanguageBoost CHINESE = new LanguageBoost("Chinese");

    /** Cantonese, {@code Chinese,Yue} on the wire. */
    public static final LanguageBoost CHINESE_YUE = new LanguageBoost("Chinese,Yue");

    /** English. */
    public static final LanguageBoost ENGLISH = new LanguageBoost("English");

    /** Arabic. */
    public static final LanguageBoost ARABIC = new LanguageBoost("Arabic");

    /** Russian. */
    public static final LanguageBoost RUSSIAN = new LanguageBoost("Russian");

    /** Spanish. */
    public static final LanguageBoost SPANISH = new LanguageBoost("Spanish");

    /** French. */
    public static final LanguageBoost FRENCH = new LanguageBoost("French");

    /** Portuguese. */
    public static final LanguageBoost PORTUGUESE = new LanguageBoost("Portuguese");

    /** German. */
    public static final LanguageBoost GERMAN = new LanguageBoost("German");

    /** Turkish. */
    public static final LanguageBoost TURKISH = new LanguageBoost("Turkish");

    /** Dutch. */
    public static final LanguageBoost DUTCH = new LanguageBoost("Dutch");

    /** Ukrainian. */
    public static final LanguageBoost UKRAINIAN = new LanguageBoost("Ukrainian");

    /** Vietnamese. */
    public static final LanguageBoost VIETNAMESE = new LanguageBoost("Vietnamese");

    /** Indonesian. */
    public static final LanguageBoost INDONESIAN = new LanguageBoost("Indonesian");

    /** Japanese. */
    public static final LanguageBoost JAPANESE = new LanguageBoost("Japanese");

    /** Italian. */
    public static final LanguageBoost ITALIAN = new LanguageBoost("Italian");

    /** Korean. */
    public static final LanguageBoost KOREAN = new LanguageBoost("Korean");

    /** Thai. */
    public static final LanguageBoost THAI = new LanguageBoost("Thai");

    /** Polish. */
    public static final LanguageBoost POLISH = new LanguageBoost("Polish");

    /** Romanian. */
    public static final LanguageBoost ROMANIAN = new LanguageBoost("Romanian");

    /** Greek. */
    public static final LanguageBoost GREEK = new LanguageBoost("Greek");

    /** Czech. */
    public static final LanguageBoost CZECH = new LanguageBoost("Czech");

    /** Finnish. */
    public static final LanguageBoost FINNISH = new LanguageBoost("Finnish");

    /** Hindi. */
    public static final LanguageBoost HINDI = new LanguageBoost("Hindi");

    /** Bulgarian. */
    public static final LanguageBoost BULGARIAN = new LanguageBoost("Bulgarian");

    /** Danish. */
    public static final LanguageBoost DANISH = new LanguageBoost("Danish");

    /** Hebrew. */
    public static final LanguageBoost HEBREW = new LanguageBoost("Hebrew");

    /** Malay. */
    public static final LanguageBoost MALAY = new LanguageBoost("Malay");

    /** Persian. */
    public static final LanguageBoost PERSIAN = new LanguageBoost("Persian");

    /** Slovak. */
    public static final LanguageBoost SLOVAK = new LanguageBoost("Slovak");

    /** Swedish. */
    public static final LanguageBoost SWEDISH = new LanguageBoost("Swedish");

    /** Croatian. */
    public static final LanguageBoost CROATIAN = new LanguageBoost("Croatian");

    /** Filipino. */
    public static final LanguageBoost FILIPINO = new LanguageBoost("Filipino");

    /** Hungarian. */
    public static final LanguageBoost HUNGARIAN = new LanguageBoost("Hungarian");

    /** Norwegian. */
    public static final LanguageBoost NORWEGIAN = new LanguageBoost("Norwegian");

    /** Slovenian. */
    public static final LanguageBoost SLOVENIAN = new LanguageBoost("Slovenian");

    /** Catalan. */
    public static final LanguageBoost CATALAN = new LanguageBoost("Catalan");

    /** Norwegian Nynorsk. */
    public static final LanguageBoost NYNORSK = new LanguageBoost("Nynorsk");

    /** Tamil. */
    public static final LanguageBoost TAMIL = new LanguageBoost("Tamil");

    /** Afrikaans. */
    public static final LanguageBoost AFRIKAANS = new LanguageBoost("Afrikaans");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LanguageBoost {
        Models.required(value, "language_boost");
    }

    @Override
    public String toString() {
        return value;
    }
}
