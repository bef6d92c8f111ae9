//! Events that belong to another one: the other dates of its series, what else is in its city on its days.

use event_file::{Calendar, Event};
use fold::fold;

/// The events of the same series as the event at index `at`, without it, by their start.
pub fn series(calendar: &Calendar, at: u32) -> Vec<u32> {
    let wanted = calendar.events.get(at as usize);
    let Some(name) = wanted.and_then(|event| event.series.as_deref()) else {
        return Vec::new();
    };
    let name = fold(name);
    others(calendar, at, &|event| {
        event
            .series
            .as_deref()
            .is_some_and(|other| fold(other) == name)
    })
}

/// The events in the city of the event at index `at` on one of its days, without it, by their start.
pub fn beside(calendar: &Calendar, at: u32) -> Vec<u32> {
    let wanted = calendar.events.get(at as usize);
    let Some((event, span)) = wanted.and_then(|event| Some((event, event.span()?))) else {
        return Vec::new();
    };
    let Some(city) = event.city.as_deref().map(fold) else {
        return Vec::new();
    };
    others(calendar, at, &|other| {
        let meets =
            |days: event_file::day::Span| days.first <= span.last && span.first <= days.last;
        other.span().is_some_and(meets)
            && other.country == event.country
            && other.city.as_deref().is_some_and(|name| fold(name) == city)
    })
}

fn others(calendar: &Calendar, at: u32, wanted: &dyn Fn(&Event) -> bool) -> Vec<u32> {
    let start = |at: u32| {
        let event = calendar.events.get(at as usize)?;
        event.start.map(|start| (start.date, start.time))
    };
    let mut found: Vec<u32> = Vec::new();
    for (other, event) in (0..).zip(&calendar.events) {
        if other != at && wanted(event) {
            // Few enough to be put in their place one by one.
            let place = found.partition_point(|before| start(*before) <= start(other));
            found.insert(place, other);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use event_file::{read, zone::NoRules};

    use super::*;

    const FILE: &str = r#"[
        {"title": "a", "start": "2023-11-11T18:00", "series": "Weekly vigil", "city": "Lyon", "country": "FR"},
        {"title": "b", "start": "2023-11-04T18:00", "series": "weekly vigil", "city": "LYON", "country": "FR"},
        {"title": "c", "start": "2023-11-10", "end": "2023-11-12", "city": "Lyon", "country": "FR"},
        {"title": "d", "start": "2023-11-11T10:00", "city": "Lyon", "country": "US"},
        {"title": "e", "start": "2023-11-11T10:00", "city": "Lyon", "country": "FR"},
        {"title": "f", "series": "Weekly vigil"},
        {"title": "g", "start": "2023-11-11T10:00"}
    ]"#;

    fn check(find: fn(&Calendar, u32) -> Vec<u32>, at: u32, expected: &[u32]) {
        let (calendar, _) = read(FILE.as_bytes().to_vec(), &NoRules).unwrap();
        assert_eq!(find(&calendar, at), expected, "{at}");
    }

    #[test]
    fn the_other_dates_of_a_series() {
        check(series, 0, &[5, 1]);
        check(series, 1, &[5, 0]);
        check(series, 2, &[]);
        check(series, 99, &[]);
    }

    #[test]
    fn what_else_is_in_the_city_that_day() {
        check(beside, 0, &[2, 4]);
        check(beside, 2, &[4, 0]);
        check(beside, 3, &[]);
        check(beside, 5, &[]);
        check(beside, 6, &[]);
    }
}
