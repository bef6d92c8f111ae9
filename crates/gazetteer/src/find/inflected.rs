//! Names of cities as sentences have them: “Vilniuje”, “w Krakowie”, “თბილისში” stand for Vilnius, Kraków and თბილისი.

use std::sync::LazyLock;

use super::found::{Context, Found};
use super::search::Search;
use crate::Gazetteer;
use crate::key::key;
use crate::place::Place;

/// As many people has a city whose name is looked up without its ending: that of a village may be another word.
const CITY: u32 = 10_000;

/// As many letters stay of a name at least.
const STEM: usize = 3;

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
    if form.chars().next().is_some_and(char::is_lowercase) {
        return Vec::new();
    }
    // “VILNIUJE”; letters that have another length in small letters would shift the ending.
    let shouted = !form.chars().any(char::is_lowercase);
    let lower = Some(form.to_lowercase()).filter(|lower| shouted && lower.len() == form.len());
    let lower = lower.as_deref().unwrap_or(form);
    let long = |stem: &str| stem.chars().count() >= STEM || !stem.is_ascii() && stem.len() > STEM;
    let ended = ENDINGS.iter().filter_map(|ending| {
        let stem = lower.strip_suffix(ending.form)?;
        let stem = form.get(..stem.len()).filter(|stem| long(stem))?;
        Some(Name {
            text: format!("{stem}{}", ending.name),
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
        let mut forms = Vec::new();
        for name in names(form) {
            let inside = |country: &&&str| context.country.is_none_or(|own| own == **country);
            for country in name.countries.iter().filter(inside) {
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
        let own = forms.find(|(name, place)| {
            std::ptr::eq(*place, city) && (!known || name.locative && key(&name.text) == key(form))
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
