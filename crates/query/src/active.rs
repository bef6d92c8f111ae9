//! The filters at work in a query, one by one: what can be named and taken away alone.

use chrono::NaiveDate;

use super::near::{Near, WITHIN};
use super::{Area, Facet, Query, When};

/// One filter at work.
#[derive(Debug, Clone, PartialEq)]
pub enum ActiveFilter {
    /// Words looked for.
    Words(String),
    /// A time other than the upcoming.
    When(When),
    /// Days from the first to the last, inclusive; an open side has no bound.
    Days(Option<NaiveDate>, Option<NaiveDate>),
    /// A value of a facet.
    Value(Facet, String),
    /// What lies inside.
    Area(Area),
    /// What lies around a place, so many kilometres at most.
    Near(Near, u16),
}

impl ActiveFilter {
    /// What tells it from the others at work, the same for as long as it is.
    pub fn key(&self) -> String {
        let date = |date: &Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        match self {
            ActiveFilter::Words(words) => format!("q={words}"),
            ActiveFilter::When(when) => format!("when={}", when.word()),
            ActiveFilter::Days(from, to) => format!("from={}&to={}", date(from), date(to)),
            ActiveFilter::Value(facet, value) => format!("{}={value}", facet.key()),
            ActiveFilter::Area(area) => format!("area={area}"),
            ActiveFilter::Near(near, within) => format!("near={near}&within={within}"),
        }
    }
}

impl Query {
    /// The filters at work, in the order of the query string. Without any the query asks for what is upcoming.
    pub fn active(&self) -> Vec<ActiveFilter> {
        let words = std::iter::once(&self.q).chain(&self.or.q);
        let words = words.filter(|words| !words.trim().is_empty());
        let mut active: Vec<ActiveFilter> = words.cloned().map(ActiveFilter::Words).collect();
        if self.from.is_some() || self.to.is_some() {
            active.push(ActiveFilter::Days(self.from, self.to));
        } else if self.when != When::default() || !self.or.when.is_empty() {
            let times = std::iter::once(self.when).chain(self.or.when.iter().copied());
            active.extend(times.map(ActiveFilter::When));
        }
        let values = self.chosen.iter();
        active.extend(values.map(|(facet, value)| ActiveFilter::Value(facet, value.to_owned())));
        let areas = self.area.iter().chain(&self.or.area);
        active.extend(areas.copied().map(ActiveFilter::Area));
        let near = self.near.clone();
        active.extend(near.map(|near| ActiveFilter::Near(near, self.within.unwrap_or(WITHIN))));
        active
    }

    /// Takes one filter away; the others stay.
    pub fn remove(&mut self, filter: &ActiveFilter) {
        match filter {
            ActiveFilter::Words(words) => {
                let mut left = without(&self.q, &self.or.q, words).into_iter();
                self.q = left.next().unwrap_or_default();
                self.or.q = left.collect();
            }
            ActiveFilter::When(when) => {
                let mut left = without(&self.when, &self.or.when, when).into_iter();
                self.when = left.next().unwrap_or_default();
                self.or.when = left.collect();
            }
            ActiveFilter::Days(..) => {
                self.from = None;
                self.to = None;
            }
            ActiveFilter::Value(facet, value) => self.chosen.remove(*facet, value),
            ActiveFilter::Area(area) => {
                let all = self.area.iter().chain(&self.or.area);
                let mut left = all.copied().filter(|one| one != area);
                let first = left.next();
                self.or.area = left.collect();
                self.area = first;
            }
            ActiveFilter::Near(..) => self.look_near(None, WITHIN),
        }
    }
}

fn without<T: Clone + PartialEq>(first: &T, others: &[T], gone: &T) -> Vec<T> {
    let all = std::iter::once(first).chain(others);
    all.filter(|one| *one != gone).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Removes each filter alone and prints what is left.
    fn check(query: &str, left: &[&str]) {
        let query = Query::parse(query);
        let removed: Vec<String> = query
            .active()
            .iter()
            .map(|filter| {
                let mut query = query.clone();
                query.remove(filter);
                query.print()
            })
            .collect();
        assert_eq!(removed, left);
    }

    #[test]
    fn each_is_taken_away_alone() {
        check("", &[]);
        check("q=+&lang=de&view=map&sort=near", &[]);
        check("q=march&lang=de", &["lang=de"]);
        check("q=a&q=b", &["q=b", "q=a"]);
        check("when=weekend", &[""]);
        check("when=today&when=past", &["when=past", "when=today"]);
        check("from=2023-11-04&to=2023-11-05", &[""]);
        check("to=2023-11-05&country=FR", &["country=FR", "to=2023-11-05"]);
        check(
            "country=DE&country=FR&kind=vigil",
            &[
                "country=FR&kind=vigil",
                "country=DE&kind=vigil",
                "country=DE&country=FR",
            ],
        );
        check(
            "near=Lyon,FR&within=50&kind=vigil",
            &["near=Lyon,FR&within=50", "kind=vigil"],
        );
        check(
            "area=1,2,3,4&area=5,6,7,8",
            &["area=5,6,7,8", "area=1,2,3,4"],
        );
    }

    #[test]
    fn none_is_left_after_all_are_taken_away() {
        let mut query =
            Query::parse("q=a&when=past&country=DE&tag=x&tag=y&area=1,2,3,4&near=Lyon&lang=ar");
        for filter in query.active() {
            query.remove(&filter);
        }
        assert_eq!(query.print(), "lang=ar");
    }
}
