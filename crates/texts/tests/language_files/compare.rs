//! A language file beside the English one: the same keys, its own plural forms, the same placeholders.

use std::collections::BTreeSet;

use super::text::{self, Texts};

/// What is wrong in `texts`, whose language has the plural `categories`.
pub fn faults(english: &Texts, texts: &Texts, categories: &[&str]) -> Vec<String> {
    let counted: BTreeSet<&str> = english
        .keys()
        .filter_map(|key| key.strip_suffix("_other"))
        .collect();
    let subjects: BTreeSet<&str> = english.keys().map(|key| subject(key, &counted)).collect();
    let mut faults = Vec::new();
    let mut expected: BTreeSet<String> = BTreeSet::new();
    for subject in subjects {
        if !counted.contains(subject) {
            if !texts.contains_key(subject) {
                faults.push(format!("`{subject}` is missing"));
            }
            expected.insert(subject.to_owned());
            continue;
        }
        for category in categories {
            let key = format!("{subject}_{category}");
            if !texts.contains_key(&key) {
                faults.push(format!(
                    "`{key}` is missing: this language has the plural forms {}",
                    categories.join(", ")
                ));
            }
            expected.insert(key);
        }
    }
    for (key, text) in texts {
        if !expected.contains(key) {
            let subject = key.rsplit_once('_').map_or("", |(subject, _)| subject);
            faults.push(match counted.contains(subject) {
                true => format!("`{key}` is a plural form that this language does not have"),
                false => format!("`{key}` is unknown: the English file has no such key"),
            });
            continue;
        }
        let subject = subject(key, &counted);
        let several = counted.contains(subject);
        let model = match several {
            true => english.get(&format!("{subject}_other")),
            false => english.get(subject),
        };
        let Some(model) = model else { continue };
        faults.extend(placeholders(key, text, model, several));
        let found = text::faults(key, text, model).into_iter();
        faults.extend(found.map(|fault| format!("`{key}`: {fault}: “{text}”")));
    }
    faults
}

/// The key without its plural form.
fn subject<'a>(key: &'a str, counted: &BTreeSet<&str>) -> &'a str {
    key.rsplit_once('_')
        .map(|(subject, _)| subject)
        .filter(|subject| counted.contains(subject))
        .unwrap_or(key)
}

/// Placeholders that one of the two texts lacks. A form for an exact number may do without its figure: “one event”.
fn placeholders(key: &str, text: &str, model: &str, several: bool) -> Option<String> {
    let (mut expected, mut found) = (names(model), names(text));
    let exact = ["_zero", "_one", "_two"];
    if several && exact.iter().any(|form| key.ends_with(form)) {
        expected.remove("count");
        found.remove("count");
    }
    let list = |names: &BTreeSet<&str>| {
        let names: Vec<String> = names.iter().map(|name| format!("{{{{{name}}}}}")).collect();
        match names.is_empty() {
            true => "none".to_owned(),
            false => names.join(", "),
        }
    };
    (found != expected).then(|| {
        let (found, expected) = (list(&found), list(&expected));
        format!("`{key}` has the placeholders {found}; the English text has {expected}")
    })
}

/// The names filled into a text.
fn names(text: &str) -> BTreeSet<&str> {
    text.split("{{")
        .skip(1)
        .map(|rest| rest.split_once("}}").map_or(rest, |(name, _)| name).trim())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &[(&str, &str)] = &[
        ("when.today", "Today"),
        ("near.from_city", "From {{city}}"),
        ("list.count_one", "{{count}} event"),
        ("list.count_other", "{{count}} events"),
    ];

    const POLISH: &[(&str, &str)] = &[
        ("when.today", "Dziś"),
        ("near.from_city", "Od: {{city}}"),
        ("list.count_one", "jedno wydarzenie"),
        ("list.count_few", "{{count}} wydarzenia"),
        ("list.count_many", "{{count}} wydarzeń"),
        ("list.count_other", "{{count}} wydarzenia"),
    ];

    /// What is said of the Polish file with some keys changed: to another text, or taken out where there is none.
    #[track_caller]
    fn check(changed: &[(&str, Option<&str>)], expected: &[&str]) {
        let texts = |texts: &[(&str, &str)]| -> Texts {
            let texts = texts.iter();
            texts
                .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
                .collect()
        };
        let mut polish = texts(POLISH);
        for (key, text) in changed {
            match text {
                Some(text) => polish.insert((*key).to_owned(), (*text).to_owned()),
                None => polish.remove(*key),
            };
        }
        let found = faults(&texts(ENGLISH), &polish, &["one", "few", "many", "other"]);
        assert_eq!(found, expected);
    }

    #[test]
    fn a_complete_file_has_no_fault() {
        check(&[], &[]);
    }

    #[test]
    fn a_missing_and_an_unknown_key_are_found() {
        check(&[("when.today", None)], &["`when.today` is missing"]);
        check(
            &[("when.tody", Some("Dziś"))],
            &["`when.tody` is unknown: the English file has no such key"],
        );
    }

    #[test]
    fn a_missing_and_a_foreign_plural_form_are_found() {
        check(
            &[("list.count_few", None)],
            &[
                "`list.count_few` is missing: this language has the plural forms one, few, many, other",
            ],
        );
        check(
            &[("list.count_two", Some("dwa wydarzenia"))],
            &["`list.count_two` is a plural form that this language does not have"],
        );
    }

    #[test]
    fn placeholders_that_differ_are_found() {
        check(
            &[("near.from_city", Some("Od: {{miasto}}"))],
            &["`near.from_city` has the placeholders {{miasto}}; the English text has {{city}}"],
        );
        check(
            &[("list.count_few", Some("wydarzenia"))],
            &["`list.count_few` has the placeholders none; the English text has {{count}}"],
        );
    }

    #[test]
    fn faults_of_a_text_are_said_with_it() {
        check(
            &[("when.today", Some("<b>Dziś</b>"))],
            &["`when.today`: markup: “<b>Dziś</b>”"],
        );
    }
}
