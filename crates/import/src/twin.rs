//! When two entries are likely one event: on one day, near, at times that do not differ, called alike.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use fold::fold;
use gazetteer::kilometres;

/// As far as two positions of one event are apart when neither is exact, in kilometres.
const NEAR: f64 = 5.0;
/// Two exact positions so near, in kilometres, are one place.
const SAME_PLACE: f64 = 0.3;
/// The share of words that two titles of one event have in common (Jaccard's index).
const ALIKE: f64 = 0.6;
/// How many words of a title are compared.
const WORDS: usize = 48;

/// Why two entries of one day are likely one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They have the same page, in the same city.
    Page,
    /// They are near, and called alike.
    Alike,
    /// The same time and place; `foreign` when their languages differ.
    Place {
        /// Whether the languages differ.
        foreign: bool,
    },
}

/// What an entry says, as text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// Titles in every language.
    pub titles: &'a [&'a str],
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'a str>,
    /// Town or city.
    pub city: Option<&'a str>,
    /// The square or building.
    pub place: Option<&'a str>,
    /// What the clock shows at the start, without the day: `14:00`.
    pub time: Option<&'a str>,
    /// WGS84 degrees.
    pub at: Option<(f64, f64)>,
    /// Whether the position is that of the place, not of a city.
    pub exact: bool,
    /// The address of its page.
    pub url: Option<&'a str>,
    /// BCP 47.
    pub language: Option<&'a str>,
}

/// The numbers of a title, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Numbers {
    years: Box<[u64]>,
    others: Box<[u64]>,
}

/// What likeness goes by, folded and hashed once.
#[derive(Debug, Clone, Default)]
pub struct Look {
    title: u64,
    words: Box<[u64]>,
    numbers: Box<[Numbers]>,
    country: Option<u64>,
    city: Option<u64>,
    place: Option<u64>,
    time: Option<u64>,
    at: Option<(f64, f64)>,
    exact: bool,
    page: Option<u64>,
    language: Option<u64>,
}

impl Look {
    /// Of what an entry says.
    pub fn new(said: &Said<'_>) -> Self {
        let folded = |text: Option<&str>| text.map(|text| hash(&fold(text.trim())));
        let mut words: Vec<u64> = Vec::new();
        let mut numbers: Vec<Numbers> = Vec::new();
        for title in said.titles {
            let folded = fold(title);
            let apart = folded.split(|letter: char| !letter.is_alphanumeric());
            words.extend(apart.filter(|word| !word.is_empty()).take(WORDS).map(hash));
            numbers.push(Numbers::of(&folded));
        }
        words.sort_unstable();
        words.dedup();
        Self {
            title: hash(&fold(
                said.titles.first().copied().unwrap_or_default().trim(),
            )),
            words: words.into(),
            numbers: numbers.into(),
            country: folded(said.country),
            city: folded(said.city),
            place: folded(said.place),
            time: said.time.map(hash),
            at: said.at,
            exact: said.exact,
            page: said.url.and_then(page).map(|page| hash(&page)),
            language: said
                .language
                .and_then(|language| language.split('-').next())
                .map(hash),
        }
    }

    /// Why two events of one day are likely one.
    pub fn why(&self, other: &Self) -> Option<Why> {
        // Two times of one day are two events.
        if differ(self.time, other.time) || differ(self.country, other.country) {
            return None;
        }
        if self.page.is_some() && self.page == other.page && self.city == other.city {
            return Some(Why::Page);
        }
        let same_place = match (self.at, other.at) {
            // Positions of cities say nothing of the square.
            (Some(one), Some(two)) if self.exact && other.exact => Some(near(one, two, SAME_PLACE)),
            _ => None,
        };
        let squares = self.place.zip(other.place);
        let same_square = squares.map(|(one, two)| one == two);
        if same_place == Some(false) && same_square != Some(true) || !self.is_near(other) {
            return None;
        }
        if self.is_called_like(other) && same_square != Some(false) {
            return Some(Why::Alike);
        }
        let timed = self.time.is_some() && self.time == other.time;
        let placed = same_place == Some(true) || same_square == Some(true);
        (timed && placed).then_some(Why::Place {
            foreign: self.language != other.language,
        })
    }

    /// Whether two entries are one event whatever a source calls them: the same title, at the same time, and nothing
    /// against the same place. A feed that renews its UIDs gives such entries.
    pub fn is_the_same(&self, other: &Self) -> bool {
        self.title == other.title
            && self.time == other.time
            && !differ(self.city, other.city)
            && !differ(self.place, other.place)
            && self.why(other).is_some()
    }

    fn is_called_like(&self, other: &Self) -> bool {
        if self.title == other.title {
            return true;
        }
        if !self.is_numbered_like(other) {
            return false;
        }
        let common = self
            .words
            .iter()
            .filter(|word| other.words.binary_search(word).is_ok())
            .count();
        let all = self.words.len() + other.words.len() - common;
        all > 0 && common as f64 / all as f64 >= ALIKE
    }

    /// Whether their titles have the same numbers in the same order: “March 1” and “March 2” are two events.
    pub fn is_numbered_like(&self, other: &Self) -> bool {
        let mut pairs = self
            .numbers
            .iter()
            .flat_map(|one| other.numbers.iter().map(move |two| (one, two)));
        pairs.any(|(one, two)| one.agree(two))
    }

    fn is_near(&self, other: &Self) -> bool {
        match (self.city, other.city, self.at, other.at) {
            (Some(one), Some(two), ..) if one == two => true,
            (_, _, Some(one), Some(two)) => near(one, two, NEAR),
            (None, None, None, None) => true,
            _ => false,
        }
    }
}

impl Numbers {
    /// Of a folded title: each run of digits is a number, zeros before it are none of it.
    fn of(title: &str) -> Self {
        let runs = title.split(|letter: char| !letter.is_ascii_digit());
        let runs = runs.filter(|run| !run.is_empty());
        let (years, others): (Vec<&str>, Vec<&str>) = runs
            .partition(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
        let hashes = |runs: Vec<&str>| {
            runs.iter()
                .map(|run| hash(run.trim_start_matches('0')))
                .collect()
        };
        Self {
            years: hashes(years),
            others: hashes(others),
        }
    }

    /// A year that only one of them has may be that of the day, which they have in common.
    fn agree(&self, other: &Self) -> bool {
        let years = self.years == other.years || self.years.is_empty() || other.years.is_empty();
        years && self.others == other.others
    }
}

fn differ(one: Option<u64>, other: Option<u64>) -> bool {
    one.is_some() && other.is_some() && one != other
}

fn near(one: (f64, f64), two: (f64, f64), km: f64) -> bool {
    // A degree of latitude is 111 km everywhere.
    (one.0 - two.0).abs() < 0.1 && kilometres(one.0, one.1, two.0, two.1) <= km
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The address of a page without what changes nothing: scheme, `www.`, fragment, counters.
pub fn page(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = rest.split('#').next()?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let counted = |part: &&str| {
        !part.is_empty()
            && !["utm_", "fbclid", "ref="]
                .iter()
                .any(|start| part.starts_with(start))
    };
    let query: Vec<&str> = query.split('&').filter(counted).collect();
    let path = path.trim_end_matches('/');
    Some(match query.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", query.join("&")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> Look {
        Look::new(&Said {
            titles: &[title],
            city: Some("Lyon"),
            ..Said::default()
        })
    }

    #[track_caller]
    fn check(one: &str, other: &str, is_one: bool) {
        let why = titled(one).why(&titled(other));
        assert_eq!(why, is_one.then_some(Why::Alike), "{one} / {other}");
    }

    #[test]
    fn titles_that_differ_in_their_numbers_are_two_events() {
        check("March 1", "March 2", false);
        check("March 1 2", "March 2 1", false);
        check(
            "March for peace in Lyon",
            "March for peace in Lyon 2",
            false,
        );
        check(
            "Action n°٣ devant la mairie",
            "Action n°4 devant la mairie",
            false,
        );
        check(
            "In memory of those of 1948",
            "In memory of those of 1968",
            false,
        );
        check("March for peace 01", "MARCH for peace 1!", true);
        check("March 1 for peace", "march for peace 1", true);
        check(
            "Action n°٣ devant la mairie",
            "Action n°3 devant la mairie !",
            true,
        );
        check("Great march for peace", "Great march for peace 2023", true);
    }
}
