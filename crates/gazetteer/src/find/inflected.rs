//! Names of cities as sentences have them: “Vilniuje”, “w Krakowie”, “თბილისში” stand for Vilnius, Kraków and თბილისი.

use std::sync::LazyLock;

use super::found::{Context, Found};
use super::search::Search;
use crate::Gazetteer;
use crate::key::key;
use crate::place::Place;

/// As many people has a city whose name is looked up without its ending: that of a village may be another word.
const CITY: u32 = 10_000;

/// As many letters has a name at least: in the Latin script, in others, in those of East Asia.
const LEAST: [usize; 3] = [4, 3, 2];

/// What a form ends with, and what the name has instead.
struct Ending {
    countries: Vec<&'static str>,
    form: &'static str,
    name: &'static str,
    /// Whether the form says “in” by itself.
    locative: bool,
}

/// The endings of the file.
static ENDINGS: LazyLock<Vec<Ending>> = LazyLock::new(|| {
    let lines = include_str!("inflections.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let all = lines.filter_map(|line| line.split_once(' '));
    let endings = all.flat_map(|(countries, endings)| {
        let endings = endings.split_whitespace();
        let endings = endings.filter_map(|ending| ending.split_once('<'));
        endings.map(|(form, name)| Ending {
            countries: countries.split(',').collect(),
            form: form.trim_start_matches('*'),
            name,
            locative: form.starts_with('*'),
        })
    });
    endings.collect()
});

/// Letters for “in” at the beginning of a name, each with the countries where the language is spoken: “בחיפה”, “بالرباط”.
const PREFIXES: [(char, &[&str]); 2] = [
    ('ב', &["IL"]),
    (
        'ب',
        &[
            "MA", "DZ", "TN", "LY", "EG", "SD", "PS", "JO", "LB", "SY", "IQ", "SA", "YE", "OM",
            "AE", "QA", "BH", "KW", "MR",
        ],
    ),
];

/// A name that a form may stand for.
struct Name {
    text: String,
    countries: &'static [&'static str],
    locative: bool,
}

/// The names that a form may stand for.
fn names(form: &str) -> Vec<Name> {
    let form = form.trim();
    // Georgian has no capitals in sentences.
    let is_small =
        |letter: char| letter.is_lowercase() && !('\u{10d0}'..='\u{10ff}').contains(&letter);
    if form.chars().next().is_some_and(is_small) {
        return Vec::new();
    }
    // “VILNIUJE”; letters that have another length in small letters would shift the ending.
    let shouted = !form.chars().any(char::is_lowercase);
    let lower = Some(form.to_lowercase()).filter(|lower| shouted && lower.len() == form.len());
    let lower = lower.as_deref().unwrap_or(form);
    let long = |name: &str| {
        let least = match name.chars().next() {
            Some('\u{2e80}'..) => LEAST[2],
            Some('\u{370}'..) => LEAST[1],
            _ => LEAST[0],
        };
        name.chars().count() >= least
    };
    let ended = ENDINGS.iter().filter_map(|ending| {
        let stem = lower.strip_suffix(ending.form)?;
        let stem = form.get(..stem.len()).filter(|stem| !stem.is_empty())?;
        Some(Name {
            text: Some(format!("{stem}{}", ending.name)).filter(|name| long(name))?,
            countries: &ending.countries,
            locative: ending.locative,
        })
    });
    let begun = PREFIXES.iter().filter_map(|(letter, countries)| {
        let stem = form.strip_prefix(*letter).filter(|stem| long(stem))?;
        Some(Name {
            text: stem.to_owned(),
            countries,
            locative: true,
        })
    });
    ended.chain(begun).collect()
}

impl<'g> Search<'g> {
    /// The city that a form of its name stands for, in the countries where such forms are used.
    pub(super) fn inflected(&self, form: &str, context: &Context<'_>) -> Found<'g> {
        let mut cities: Vec<&Place> = Vec::new();
        for (_, city) in self.forms(form, context) {
            if !cities.iter().any(|known| std::ptr::eq(*known, city)) {
                cities.push(city);
            }
        }
        cities.sort_by_key(|city| std::cmp::Reverse(city.population));
        match cities[..] {
            [] => Found::None,
            [city] => Found::One(city),
            _ => Found::Several(cities),
        }
    }

    fn forms(&self, form: &str, context: &Context<'_>) -> Vec<(Name, &'g Place)> {
        let mut forms: Vec<(Name, &Place)> = Vec::new();
        for name in names(form) {
            // Of several endings of a language the longest is meant: “Самаре” is Самара before Самар.
            let known = |country: &str| forms.iter().any(|(_, city)| &*city.country == country);
            let free = name.countries.iter().filter(|country| !known(country));
            let free: Vec<&&str> = free.collect();
            let inside = |country: &&&str| context.country.is_none_or(|own| own == **country);
            for country in free.into_iter().filter(inside) {
                let inner = Context {
                    country: Some(country),
                    ..*context
                };
                if let Found::One(city) = self.exactly(&name.text, &inner)
                    && city.population >= CITY
                    && city.country.as_ref() == *country
                {
                    let text = name.text.clone();
                    forms.push((Name { text, ..name }, city));
                }
            }
        }
        forms
    }
}

impl Gazetteer {
    /// The name of a city as it stands alone, where a text has it with an ending: “Vilnius” for “Vilniuje”, “Rīga” for “Rīgā”.
    pub fn nominative(&self, form: &str, city: &Place) -> Option<String> {
        let context = Context {
            country: Some(&city.country),
            region: None,
        };
        let search = self.search();
        // “Rīgā” is found as it stands, since names are compared without marks.
        let known = !matches!(search.exactly(form, &context), Found::None);
        let mut forms = search.forms(form, &context).into_iter();
        // Others may be its name in another language as they stand: “Viljandis”.
        let own_key = key(&city.name);
        let own = forms.find(|(name, place)| {
            let alike = || [key(form), own_key.clone()].contains(&key(&name.text));
            std::ptr::eq(*place, city) && (!known || name.locative && alike())
        });
        own.map(|(name, _)| name.text)
    }

    /// The cities that a form stands for, whatever else is called so, each with its name as it stands alone: “Brna” is Brno.
    pub fn in_sentence(&self, form: &str) -> Vec<(String, &Place)> {
        let forms = self.search().forms(form, &Context::default()).into_iter();
        forms.map(|(name, city)| (name.text, city)).collect()
    }

    /// Whether a text is the name of a city of a country, or of any, in a form that says “in” by itself: “Vilniuje”, “Budapesten”.
    pub fn is_locative(&self, form: &str, country: Option<&str>) -> bool {
        let context = Context {
            country,
            region: None,
        };
        let forms = self.search().forms(form, &context);
        forms.iter().any(|(name, _)| name.locative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_sentences_are_of_the_city_that_they_stand_for() {
        let all = Gazetteer::embedded();
        let mut wrong = Vec::new();
        for (form, name, country) in [
            ("Pärnus", "Pärnu", "EE"),
            ("Viljandis", "Viljandi", "EE"),
            ("Jelgavā", "Jelgava", "LV"),
            ("Ventspilī", "Ventspils", "LV"),
            ("Panevėžyje", "Panevėžys", "LT"),
            ("Šiauliuose", "Šiauliai", "LT"),
            ("Oulussa", "Oulu", "FI"),
            ("Helsingissä", "Helsinki", "FI"),
            ("Debrecenben", "Debrecen", "HU"),
            ("Szegeden", "Szeged", "HU"),
            ("Gdańsku", "Gdańsk", "PL"),
            ("Lublinie", "Lublin", "PL"),
            ("Ostravě", "Ostrava", "CZ"),
            ("Brna", "Brno", "CZ"),
            ("Košiciach", "Košice", "SK"),
            ("Mariboru", "Maribor", "SI"),
            ("Rijeci", "Rijeka", "HR"),
            ("Нишу", "Ниш", "RS"),
            ("Києві", "Київ", "UA"),
            ("Одесі", "Одеса", "UA"),
            ("Екатеринбурге", "Екатеринбург", "RU"),
            ("Πειραιά", "Πειραιάς", "GR"),
            ("ბათუმში", "ბათუმი", "GE"),
            ("Գյումրիում", "Գյումրի", "AM"),
            ("Gasteizen", "Gasteiz", "ES"),
            ("Bursa'da", "Bursa", "TR"),
            ("İzmir’de", "İzmir", "TR"),
            ("Bakıda", "Bakı", "AZ"),
            ("부산에서", "부산", "KR"),
            ("בחיפה", "חיפה", "IL"),
        ] {
            let context = Context {
                country: Some(country),
                region: None,
            };
            let own = match all.find(form, &context) {
                Found::One(place) => all.nominative(form, place),
                _ => None,
            };
            if own.as_deref() != Some(name) {
                wrong.push((form, own));
            }
        }
        assert_eq!(wrong, []);
    }

    #[test]
    fn what_is_a_name_itself_and_small_words_are_no_forms() {
        let all = Gazetteer::embedded();
        for text in ["Paris", "Leeds", "Salonen", "tartus", "Marta", "Parku"] {
            assert_eq!(
                all.find(
                    text,
                    &Context {
                        country: Some("PL"),
                        region: None
                    }
                ),
                Found::None,
                "{text}"
            );
        }
        assert!(all.is_locative("Vilniuje", None));
        assert!(!all.is_locative("Krakowie", None), "only behind “w”");
        assert!(!all.is_locative("Berlin", None));
    }

    #[test]
    fn two_names_of_one_city_behind_each_other_are_that_city() {
        let all = Gazetteer::embedded();
        for (name, city) in [
            ("Ōtautahi Christchurch", "Christchurch"),
            ("Åbo Turku", "Turku"),
        ] {
            let found = all.find(name, &Context::default());
            assert!(
                matches!(found, Found::One(place) if &*place.name == city),
                "{name}: {found:?}"
            );
        }
        assert_eq!(all.find("Leeds Turku", &Context::default()), Found::None);
    }
}
