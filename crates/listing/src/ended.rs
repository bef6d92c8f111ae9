//! What ended earlier today: no longer upcoming, and still what somebody looks for who comes late.

use crate::filter::{Criterion, Filter};
use crate::index::Index;
use crate::now::Now;
use crate::when::Window;

impl Filter {
    /// The events that are over since earlier today: their last day is the visitor's today, and they pass every filter but
    /// that they are to be upcoming. In the order they began; none where other days are asked for than the upcoming ones.
    pub fn ended_today(&self, index: &Index, now: &Now) -> Vec<u32> {
        if self.asked.windows != [Window::Upcoming] {
            return Vec::new();
        }
        let passing = self.matched_but(Criterion::Days);
        let has_ended = |at: &u32| {
            let span = index.dates().get(*at as usize).and_then(|dates| dates.span);
            span.is_some_and(|span| span.last == now.today)
                && passing.contains(*at)
                && !self.asked.events.contains(*at)
        };
        let order = index.order();
        // Those of several days began before, or last longer than today.
        let mut ended: Vec<u32> = order
            .of_several_days()
            .iter()
            .copied()
            .filter(has_ended)
            .collect();
        let today = |(date, _): &(_, _)| *date == Some(now.today);
        if let Some((_, events)) = order.by_start().find(today) {
            ended.extend(events.into_iter().flatten().copied().filter(has_ended));
        }
        ended
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use event_file::{Calendar, read, zone::NoRules};
    use query::Query;

    use super::*;

    /// The ids of what has ended of `events` at `now`.
    fn ended(events: &str, query: &str, now: &str) -> Vec<String> {
        let (calendar, _): (Calendar, _) = read(events.as_bytes().to_vec(), &NoRules).unwrap();
        let index = Index::new(&calendar, &|_| None);
        let now = Now::from(DateTime::parse_from_rfc3339(now).unwrap());
        let query = Query::parse(query);
        let filter = Filter::new(&calendar, &index, &query, &now, &NoRules);
        let ended = filter.ended_today(&index, &now);
        let id = |at: &u32| calendar.events[*at as usize].id.to_string();
        ended.iter().map(id).collect()
    }

    const EVENTS: &str = r#"[
        {"id": "late", "title": "Late", "start": "2023-11-04T15:00+01:00", "end": "2023-11-04T16:00+01:00", "city": "Lyon"},
        {"id": "early", "title": "Early", "start": "2023-11-04T09:00+01:00", "end": "2023-11-04T10:00+01:00", "city": "Paris"},
        {"id": "open", "title": "No end", "start": "2023-11-04T09:00+01:00"},
        {"id": "on", "title": "On", "start": "2023-11-04T17:00+01:00", "end": "2023-11-04T20:00+01:00"},
        {"id": "camp", "title": "Camp", "start": "2023-11-02T17:00+01:00", "end": "2023-11-04T12:00+01:00"},
        {"id": "before", "title": "Before", "start": "2023-11-03T17:00+01:00", "end": "2023-11-03T20:00+01:00"},
        {"id": "next", "title": "Next", "start": "2023-11-05T17:00+01:00"}
    ]"#;

    #[track_caller]
    fn check(query: &str, now: &str, expected: &[&str]) {
        assert_eq!(ended(EVENTS, query, now), expected, "{query} at {now}");
    }

    #[test]
    fn what_ended_earlier_today_is_listed_in_the_order_it_began() {
        check("", "2023-11-04T08:00:00+01:00", &[]);
        check("", "2023-11-04T18:00:00+01:00", &["camp", "early", "late"]);
        check("q=lyon", "2023-11-04T18:00:00+01:00", &["late"]);
    }

    #[test]
    fn the_next_day_nothing_of_it_is_left() {
        check("", "2023-11-05T00:01:00+01:00", &[]);
    }

    #[test]
    fn where_other_days_are_asked_for_they_are_in_the_list_or_not_wanted() {
        let evening = "2023-11-04T18:00:00+01:00";
        for query in ["when=today", "when=all", "when=tomorrow", "from=2023-11-04"] {
            check(query, evening, &[]);
        }
    }

    #[test]
    fn where_nothing_is_upcoming_all_is_listed_already() {
        let past = r#"[{"id": "a", "title": "A", "start": "2023-11-04T09:00+01:00", "end": "2023-11-04T10:00+01:00"}]"#;
        assert!(ended(past, "", "2023-11-04T18:00:00+01:00").is_empty());
    }
}
