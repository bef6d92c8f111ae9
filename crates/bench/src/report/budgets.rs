//! What the page is allowed to take, beside what it took.

use std::fmt::Write as _;

use super::{Report, shown, sum};

/// One line of the budget: what is done, with how many events, and what has to hold.
struct Budget(&'static str, usize, Bar);

/// What has to hold.
enum Bar {
    /// The 95th percentile of a work, in milliseconds, is no more.
    P95(&'static str, f64),
    /// Not one value is more, in milliseconds.
    Most(&'static str, f64),
    /// The median of works is no more than so many times that of others.
    AtMost(f64, &'static [&'static str], &'static [&'static str]),
    /// The shapes of file, beside JSON.parse: the median of their ratios is no more than the first, and none more than
    /// the second.
    Shapes(f64, f64),
}

const BUDGETS: &[Budget] = &[
    Budget(
        "link → first event on a slow phone, beside the same list in plain HTML",
        115,
        Bar::AtMost(
            1.2,
            &["page: link on a phone"],
            &["page: link on a phone, by hand"],
        ),
    ),
    Budget(
        "last byte → list, for eight shapes of file, beside TextDecoder + JSON.parse",
        100_000,
        Bar::Shapes(1.2, 1.8),
    ),
    Budget(
        "link → list on the second visit, beside the first",
        100_000,
        Bar::AtMost(1.1, &["page: second visit"], &["page: first visit"]),
    ),
    Budget(
        "the same over 3 MB/s",
        100_000,
        Bar::AtMost(
            1.1,
            &["page: second visit, 3 MB/s"],
            &["page: first visit, 3 MB/s"],
        ),
    ),
    Budget(
        "one more letter: results, counts of every facet and clusters computed",
        100_000,
        Bar::P95("marchmap: filter", 8.0),
    ),
    Budget(
        "one more letter: next frame",
        100_000,
        Bar::P95("page: letter, next frame", 32.0),
    ),
    Budget(
        "one more letter: list, chips, facets and map painted",
        100_000,
        Bar::P95("page: letter", 100.0),
    ),
    Budget(
        "pan or zoom: clusters in view",
        100_000,
        Bar::P95("marchmap: pan", 4.0),
    ),
    Budget(
        "the longest task after the first list",
        100_000,
        Bar::Most("page: long tasks after the first list", 100.0),
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
        let median = |names: &[&str]| Some(sum(report, browser, self.1, names)?.median);
        match self.2 {
            Bar::P95(name, most) => {
                let p95 = report.figures(browser, self.1, name)?.p95;
                Some((format!("p95 ≤ {most} ms"), shown(p95), p95 <= most))
            }
            Bar::Most(name, bar) => {
                let most = report.figures(browser, self.1, name)?.most;
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
            Bar::Shapes(median, most) => {
                let mut ratios: Vec<f64> = shapes(report, browser, self.1)
                    .map(|shape| shape.ratio)
                    .collect();
                ratios.sort_by(f64::total_cmp);
                let (is, worst) = (*ratios.get(ratios.len() / 2)?, *ratios.last()?);
                Some((
                    format!("median ≤ {median} ×, most ≤ {most} ×"),
                    format!("{is:.2} ×, {worst:.2} ×"),
                    is <= median && worst <= most,
                ))
            }
        }
    }
}

/// What opening files of one shape took.
pub struct Shape<'a> {
    /// Its name.
    pub name: &'a str,
    /// From the last byte to the list, in milliseconds; the median.
    pub list: f64,
    /// `TextDecoder` and `JSON.parse` alone.
    pub json: f64,
    /// How many times the second the first is.
    pub ratio: f64,
}

/// Every shape that was measured.
pub fn shapes<'a>(
    report: &'a Report,
    browser: &'a str,
    events: usize,
) -> impl Iterator<Item = Shape<'a>> {
    report.shapes(browser).into_iter().filter_map(move |name| {
        let median = |work: &str| {
            let figures = report.figures(browser, events, &format!("{work}, {name}"));
            Some(figures?.median)
        };
        let own = ["marchmap: read", "marchmap: index", "marchmap: list"];
        let list = own.into_iter().map(median).sum::<Option<f64>>()?;
        let json = median("json: parse")?;
        let ratio = list / json;
        Some(Shape {
            name,
            list,
            json,
            ratio,
        })
    })
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
            row("marchmap: read, uuids", 70.0),
            row("marchmap: index, uuids", 20.0),
            row("marchmap: list, uuids", 30.0),
            row("json: parse, uuids", 60.0),
            row("marchmap: pan", 3.5),
        ];
        let report = Report::read(&format!("[{}]", rows.join(","))).unwrap();
        let table = table(&report);
        assert!(
            table.contains("| median ≤ 1.2 ×, most ≤ 1.8 × | 2.00 ×, 2.00 × | **no** |"),
            "{table}"
        );
        assert!(table.contains("| p95 ≤ 4 ms | 3.5 ms | yes |"), "{table}");
        assert_eq!(table.lines().count(), 4, "{table}");
    }
}
