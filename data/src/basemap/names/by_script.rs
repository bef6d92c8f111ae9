//! Cities' names in Japanese, Persian and Urdu: GeoNames does not say which language a name is of, but its letters do.

use fold::fold;

/// What tells a language by its letters.
struct Alphabet {
    language: &'static str,
    /// Every letter of a name is one of these.
    has: fn(char) -> bool,
    /// At least one is one of these, which the others' alphabets lack.
    own: fn(char) -> bool,
    /// The only countries in which such letters are this language's, where other languages have the same letters.
    within: &'static [&'static str],
    /// What two spellings of one name may differ in.
    bare: fn(&str) -> String,
}

const ALPHABETS: [Alphabet; 3] = [
    Alphabet {
        language: "fa",
        has: |c| {
            matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{648}' | ' ' | '\u{200c}')
                && !matches!(c, 'ة' | 'ك' | 'إ')
                || is_persian(c)
        },
        own: is_persian,
        // Abroad a name in these letters may be Urdu, Kurdish or Azerbaijani.
        within: &["AF", "IR"],
        bare: |name| fold(name).replace(['\u{200c}', ' '], ""),
    },
    Alphabet {
        language: "ja",
        has: is_katakana,
        own: is_katakana,
        within: &[],
        bare: |name| name.replace(['・', '＝', 'ー'], ""),
    },
    Alphabet {
        language: "ur",
        has: |c| {
            matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{648}' | ' ')
                && !matches!(c, 'ة' | 'ه' | 'ك' | 'إ')
                || is_persian(c)
                || is_urdu(c)
        },
        own: is_urdu,
        within: &[],
        bare: |name| fold(name),
    },
];

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fe}' | '＝')
}

fn is_persian(c: char) -> bool {
    matches!(c, 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ی')
}

fn is_urdu(c: char) -> bool {
    matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ')
}

/// The names of a city by language, given the code of its country and what GeoNames calls it; none in a language in which several compete that are
/// not one name spelt in two ways.
pub fn by_script<'a>(
    country: &'a str,
    names: &'a [&'a str],
) -> impl Iterator<Item = (&'static str, String)> {
    let is_used = move |alphabet: &&Alphabet| {
        alphabet.within.is_empty() || alphabet.within.contains(&country)
    };
    ALPHABETS.iter().filter(is_used).filter_map(|alphabet| {
        let is_one =
            |name: &&&str| name.chars().all(alphabet.has) && name.chars().any(alphabet.own);
        let own: Vec<&str> = names.iter().filter(is_one).copied().collect();
        let first = (alphabet.bare)(own.first()?);
        if !own.iter().all(|name| (alphabet.bare)(name) == first) {
            return None;
        }
        // With the signs between its words it is easier to read.
        let best = own.iter().max_by_key(|name| name.chars().count())?;
        Some((alphabet.language, best.replace('＝', "・")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_when_there_is_no_other() {
        let check = |country: &str, names: &[&str], expected: &[(&str, &str)]| {
            let found: Vec<_> = by_script(country, names).collect();
            let found: Vec<_> = found
                .iter()
                .map(|(language, name)| (*language, name.as_str()))
                .collect();
            assert_eq!(found, expected, "{names:?}");
        };
        check(
            "DE",
            &["Munich", "ミュンヘン", "慕尼黑"],
            &[("ja", "ミュンヘン")],
        );
        check(
            "BR",
            &["サンパウロ", "サン・パウロ"],
            &[("ja", "サン・パウロ")],
        );
        check("CH", &["バーゼル", "バゼル"], &[("ja", "バーゼル")]);
        check("XX", &["ミラノ", "ミラン"], &[]);
        check("XX", &["ミュンヘン市", "Lyon", "ميلانو"], &[]);
        check("IR", &["تبریز", "تبريز"], &[("fa", "تبریز")]);
        check("FR", &["پاریس", "باريس"], &[]);
        check("IR", &["کرمان", "کرمانا"], &[]);
        check("DE", &["ہیمبرگ", "هامبورگ"], &[("ur", "ہیمبرگ")]);
        check(
            "IR",
            &["ہیمبرگ", "هامبورگ"],
            &[("fa", "هامبورگ"), ("ur", "ہیمبرگ")],
        );
    }
}
