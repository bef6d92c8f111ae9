//! The city that only the head of a listing names: “Klima-Newsletter Leipzig” over entries with nothing but a square.
//!
//! What an entry names itself goes first. The head's city is taken for the others where the head says that it is a list of that
//! city, or an entry names the city as well (“gare de Grenoble”), and most entries are in no other one.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use fold::fold;
use gazetteer::{Context, Place, countries, kilometres};
use rustc_hash::FxHashSet;

use super::free::Outcome;
use super::locator::{HeadCity, Locator};
use super::names;
use crate::actions::is_action;
use crate::draft::{Draft, Stamp};
use crate::when::streets;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;
use crate::words::{self, IN};

/// So many entries of a listing are looked at.
const SAMPLE: usize = 300;

/// So many entries at least name no city.
const LEAST: usize = 2;

/// Of several towns of a name in one country, the one so near to the head's city is meant, in kilometres.
const NEAR: f64 = 100.0;

/// A line of so many words is a title rather than a sentence.
const SHORT: usize = 10;

/// Words of the titles of lists, of more than a city, and of what is called after one.
static OF_LIST: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::around_places("heads a list"));
static OF_MORE: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::around_places("of more than a city"));
static CALLED_AFTER: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::around_places("named after a city"));
static PAST: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::around_places("of something past"));
static BY: LazyLock<FxHashSet<String>> = LazyLock::new(|| words::around_places("by somebody"));

impl<'g> Locator<'g> {
    /// Finds out which listings have the city of their entries only in their head, and says so.
    pub fn settle_heads(&mut self, drafts: &[Draft]) -> Vec<String> {
        self.heads.clear();
        if self.set.iter().any(|(field, _)| field == "city") {
            return Vec::new();
        }
        let mut listings: BTreeMap<Arc<str>, Vec<&Draft>> = BTreeMap::new();
        for draft in drafts.iter().filter(|draft| !draft.ours) {
            if let Some(head) = &draft.head {
                listings.entry(Arc::clone(head)).or_default().push(draft);
            }
        }
        let mut notes = Vec::new();
        for (head, entries) in listings {
            let Some((line, city)) = self.city_of_list(&head, &entries) else {
                continue;
            };
            let step = entries.len() / SAMPLE + 1;
            let sample: Vec<&Draft> = entries.into_iter().step_by(step).collect();
            let mut lacking = 0;
            let mut elsewhere = 0;
            for draft in &sample {
                lacking += usize::from(self.lacks_city(draft));
                elsewhere += usize::from(self.is_elsewhere(draft, city.place));
            }
            if lacking < LEAST || elsewhere * 2 > sample.len() {
                continue;
            }
            let shown: String = line.chars().take(80).collect();
            notes.push(format!(
                "entries that name no city are taken for those of “{}”, which stands above them (“{shown}”); --set city= says another",
                city.name
            ));
            self.heads.insert(head, city);
        }
        notes
    }

    /// The city of the listing of an entry that names no place the gazetteer knows, and its country.
    pub(super) fn city_of_head(
        &self,
        draft: &mut Draft,
        outcome: &Outcome<'g>,
    ) -> Option<(String, String)> {
        let city = self.heads.get(draft.head.as_ref()?)?;
        let lacks = matches!(outcome, Outcome::Unknown)
            && is_event(draft)
            && !self.names_another(&draft.text, city.place);
        lacks.then(|| {
            name_first(draft);
            (city.name.clone(), city.place.country.to_string())
        })
    }

    /// “Protest foran regionshuset i Viborg” in a list of Aarhus: whether a text names another town of the country behind a word
    /// for “in”.
    fn names_another(&self, text: &str, city: &Place) -> bool {
        const TOWN: u32 = 5_000;
        let words: Vec<&str> = words_of(text).collect();
        let country = city.country.to_string();
        let context = Context {
            country: Some(&country),
            region: None,
        };
        let is_other = |name: &str| {
            let towns = self.gazetteer.called(name, &context);
            let is_far = |town: &&Place| !names::same_place(town, city) && town.population >= TOWN;
            !towns.is_empty() && towns.iter().all(is_far)
        };
        words.windows(2).any(|pair| {
            IN.contains(&fold(pair[0]).as_str())
                && pair[1].starts_with(char::is_uppercase)
                && is_other(pair[1])
        })
    }

    /// Of several places of a name, the only one in the country of the listing's city, or the only one near to it.
    pub(super) fn near_head(&self, draft: &Draft, places: Vec<&'g Place>) -> Vec<&'g Place> {
        let head = draft.head.as_ref().and_then(|head| self.heads.get(head));
        let (Some(head), true) = (head, places.len() > 1) else {
            return places;
        };
        let city = head.place;
        let is_at_home = |place: &&&Place| place.country == city.country;
        let is_near =
            |place: &&&Place| kilometres(place.lat, place.lon, city.lat, city.lon) <= NEAR;
        let near: Vec<&Place> = places.iter().filter(is_near).copied().collect();
        let own: Vec<&Place> = places.iter().filter(is_at_home).copied().collect();
        match (&near[..], &own[..]) {
            ([only], _) | ([], [only]) => vec![*only],
            _ => places,
        }
    }

    /// The one city that a head is of, and the line that names it.
    fn city_of_list(&mut self, head: &str, entries: &[&Draft]) -> Option<(String, HeadCity<'g>)> {
        // “All events are in Bristol unless stated otherwise.”
        for line in head.lines().filter(|line| is_for_all(line)) {
            let clause = line
                .split(['.', '!', '?', ';'])
                .find(|part| is_for_all(part));
            if let Some([(name, place)]) = clause.map(|clause| self.cities_named(clause)).as_deref()
            {
                let name = name.clone();
                return Some((line.to_owned(), HeadCity { name, place }));
            }
        }
        if head.lines().any(is_of_more) {
            return None;
        }
        let is_own = |line: &&str| !has(line, &CALLED_AFTER) && !has(line, &PAST);
        let lines: Vec<&str> = head.lines().filter(is_own).collect();
        let named: Vec<(&str, Vec<(String, &Place)>)> = lines
            .into_iter()
            .map(|line| (line, self.cities_named(line)))
            .collect();
        let is_short = |line: &str| line.split_whitespace().count() <= SHORT;
        let mut only = None;
        for (line, cities) in named {
            match (&cities[..], &only) {
                ([(name, place)], None) => only = Some((line.to_owned(), name.clone(), *place)),
                ([(_, place)], Some((_, _, known))) if !names::same_place(place, known) => {
                    return None;
                }
                // “Oslo og Bergen”; in a long sentence some word may be called like a city.
                ([_, _, ..], _) if is_short(line) => return None,
                _ => {}
            }
        }
        let (line, name, place) = only?;
        if is_person(&line, &name) {
            return None;
        }
        let spelled = fold(&name);
        let is_named = |draft: &&&Draft| fold(&draft.text).contains(&spelled);
        let said = head.lines().any(|line| has(line, &OF_LIST))
            || is_action(&line)
            || is_short(&line) && is_in(&line, &name);
        (said || entries.iter().any(|draft| is_named(&draft)))
            .then_some((line, HeadCity { name, place }))
    }

    /// Whether an entry is refused for want of a place that is known.
    fn lacks_city(&mut self, draft: &Draft) -> bool {
        let located = self.locate(draft.clone());
        located.is_err_and(|reject| {
            reject.candidates.is_empty() && !reject.fields.contains_key("city")
        })
    }
}

/// “Cercle de silence, place Félix-Poulat”: what stands before a square is what takes place there, where nothing else does. The
/// words of the place are in the entry already, and no address besides.
fn name_first(draft: &mut Draft) {
    let [title, place, address] =
        ["title", "place", "address"].map(|field| draft.text_of(field).map(str::to_owned));
    let Some(place) = place else { return };
    if let (None, Some(address)) = (title, address)
        && says_where(&address)
        && !says_where(&place)
    {
        draft.put("title", &place);
        draft.put("place", &address);
        draft.fields.shift_remove("address");
    }
    draft.location = None;
}

/// Whether a text is called like a square or a street, or begins with a word for one, perhaps behind “from”: “Départ place
/// Saint-Sernin”.
fn says_where(text: &str) -> bool {
    let tokens = tokens(text);
    let past = [Purpose::SetOff, Purpose::Gather];
    let mut past = past
        .iter()
        .filter_map(|purpose| purpose.phrases().past(&tokens, 0));
    let first = past.next().unwrap_or_default();
    streets::is_called(text) || streets::is_first(&tokens, first)
}

/// Whether an entry says so much that it is one: its hour or what people do, and is no sentence of something else.
fn is_event(draft: &Draft) -> bool {
    let title = draft.text_of("title").unwrap_or_default();
    let acts = is_action(title) || is_action(&draft.text);
    let timed = matches!(draft.start, Some(Stamp::Wall(at)) if at.time.is_some());
    let sentence = draft.text.trim_end().ends_with(['.', '?', '…', '。']);
    acts || timed && !sentence
}

/// Whether a city is the last name of somebody: “Newsletter von Jack London”.
fn is_person(line: &str, city: &str) -> bool {
    let Some(before) = line.find(city).and_then(|at| line.get(..at)) else {
        return false;
    };
    let mut words: Vec<&str> = words_of(before).collect();
    let first = words.pop().filter(|word| {
        before.ends_with(' ') && word.starts_with(char::is_uppercase) && !has(word, &OF_LIST)
    });
    let by = words.pop().is_some_and(|word| has(word, &BY));
    first.is_some() && by
}

/// Whether a text tells of a whole country, or of many cities.
fn is_of_more(text: &str) -> bool {
    let is_country = |word: &str| word.chars().count() > 3 && countries::code(word).is_some();
    // Of the words of a sentence some may be called like a country.
    let is_title = text.split_whitespace().count() <= SHORT;
    has(text, &OF_MORE) || is_title && words_of(text).any(is_country)
}

/// Whether a line says what holds where an entry says nothing else.
fn is_for_all(line: &str) -> bool {
    let tokens = tokens(line);
    Purpose::ForAll.phrases().within(&tokens)
}

/// “Cosa si muove a Torino”: a city behind a word for “in”.
fn is_in(line: &str, city: &str) -> bool {
    let before = line.find(city).and_then(|at| line.get(..at));
    let last = before.and_then(|before| words_of(before).last());
    last.is_some_and(|word| IN.contains(&fold(word).as_str()))
}

/// Whether one of the words of a text is in a list.
fn has(text: &str, list: &FxHashSet<String>) -> bool {
    words_of(text).any(|word| list.contains(&words::plain(word)))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
