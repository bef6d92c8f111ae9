//! What the page is allowed to take, beside what it took.

use std::fmt::Write as _;

use super::report::{Report, shown, sum};

/// One line of the budget: what is done, with how many events, and what has to hold.
struct Budget(&'static str, usize, Bar);

/// What has to hold.
#[derive(Clone, Copy)]
enum Bar {
    /// The 95th percentile of a work, in milliseconds, is no more.
    P95(&'static str, f64),
    /// Not one value is more, in milliseconds.
    Most(&'static str, f64),
    /// The median of works is no more than so many times that of others.
    AtMost(f64, &'static [&'static str], &'static [&'static str]),
    /// The median of others is at least so many times that of works.
    Quicker(f64, &'static [&'static str], &'static [&'static str]),
}

const BUDGETS: &[Budget] = &[
    Budget(
        "bytes → parsed, filtered, first list and clusters, beside TextDecoder + JSON.parse",
        100_000,
        Bar::AtMost(1.0, &["marchmap: open"], &["json: parse"]),
    ),
    Budget(
        "the same, beside JSON.parse + MiniSearch index + supercluster load",
        100_000,
        Bar::Quicker(
            5.0,
            &["marchmap: open"],
            &["json: parse", "minisearch: index", "supercluster: load"],
        ),
    ),
    Budget(
        "one more letter: results, counts of every facet and clusters computed",
        100_000,
        Bar::P95("marchmap: filter", 8.0),
    ),
    Budget(
        "a filter change beside MiniSearch query + supercluster reload",
        100_000,
        Bar::Quicker(10.0, &["marchmap: filter all"], &["supercluster: filter"]),
    ),
    Budget(
        "pan or zoom: clusters in view",
        100_000,
        Bar::P95("marchmap: pan", 4.0),
    ),
    Budget(
        "one more letter: list, chips, facets and map painted",
        100_000,
        Bar::P95("page: letter", 32.0),
    ),
    Budget(
        "the longest task while typing",
        100_000,
        Bar::Most("page: long tasks while typing", 50.0),
    ),
    Budget(
        "the longest task while dragging the map",
        100_000,
        Bar::Most("page: long tasks while dragging", 50.0),
    ),
    Budget("filter", 1_000_000, Bar::P95("marchmap: filter", 60.0)),
];

/// The budgets, as Markdown; those that could not be judged are left out.
pub fn table(report: &Report) -> String {
    let mut text =
        String::from("| events | budget | bar | measured | met |\n|---:|---|---:|---:|---|\n");
    let mut browsers: Vec<&str> = report
        .places()
        .into_iter()
        .map(|(browser, _)| browser)
        .collect();
    browsers.dedup();
    for browser in browsers {
        for budget in BUDGETS {
            let Budget(says, events, _) = budget;
            if let Some((bar, measured, met)) = budget.judge(report, browser) {
                let met = if met { "yes" } else { "**no**" };
                let _ = writeln!(
                    text,
                    "| {events} | {says} ({browser}) | {bar} | {measured} | {met} |"
                );
            }
        }
    }
    text
}

impl Budget {
    /// The bar, what was measured, and whether it holds.
    fn judge(&self, report: &Report, browser: &str) -> Option<(String, String, bool)> {
        let Self(_, events, bar) = *self;
        let median = |names: &[&str]| Some(sum(report, browser, events, names)?.median);
        match bar {
            Bar::P95(name, most) => {
                let p95 = report.figures(browser, events, name)?.p95;
                Some((format!("p95 ≤ {most} ms"), shown(p95), p95 <= most))
            }
            Bar::Most(name, bar) => {
                let most = report.figures(browser, events, name)?.most;
                let measured = match most {
                    0.0 => "none over 50 ms".to_owned(),
                    most => shown(most),
                };
                Some((format!("≤ {bar} ms"), measured, most <= bar))
            }
            Bar::AtMost(times, own, others) => {
                let is = median(own)? / median(others)?;
                Some((format!("≤ {times} ×"), format!("{is:.2} ×"), is <= times))
            }
            Bar::Quicker(times, own, others) => {
                let is = median(others)? / median(own)?;
                Some((
                    format!("≥ {times} × quicker"),
                    format!("{is:.1} ×"),
                    is >= times,
                ))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, value: f64) -> String {
        format!(
            r#"{{ "browser": "chromium", "events": 100000, "name": "{name}", "values": [{value}] }}"#
        )
    }

    #[test]
    fn a_budget_is_met_or_not_or_not_judged() {
        let rows = [
            row("marchmap: open", 100.0),
            row("json: parse", 90.0),
            row("marchmap: pan", 3.5),
        ];
        let report = Report::read(&format!("[{}]", rows.join(","))).unwrap();
        let table = table(&report);
        assert!(table.contains("| ≤ 1 × | 1.11 × | **no** |"), "{table}");
        assert!(table.contains("| p95 ≤ 4 ms | 3.5 ms | yes |"), "{table}");
        assert_eq!(table.lines().count(), 4, "{table}");
    }
}
