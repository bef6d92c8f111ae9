//! What the page is allowed to take, beside what it took.

use std::fmt::Write as _;

use super::report::{Report, shown, sum};

/// One line of the budget.
struct Budget {
    says: &'static str,
    events: usize,
    bar: Bar,
}

/// What has to hold.
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
    Budget {
        says: "bytes → parsed, filtered, first list and clusters, beside TextDecoder + JSON.parse",
        events: 100_000,
        bar: Bar::AtMost(1.0, &["marchmap: open"], &["json: parse"]),
    },
    Budget {
        says: "the same, beside JSON.parse + MiniSearch index + supercluster load",
        events: 100_000,
        bar: Bar::Quicker(
            5.0,
            &["marchmap: open"],
            &["json: parse", "minisearch: index", "supercluster: load"],
        ),
    },
    Budget {
        says: "one more letter: results, counts of every facet and clusters computed",
        events: 100_000,
        bar: Bar::P95("marchmap: filter", 8.0),
    },
    Budget {
        says: "a filter change beside MiniSearch query + supercluster reload",
        events: 100_000,
        bar: Bar::Quicker(10.0, &["marchmap: filter all"], &["supercluster: filter"]),
    },
    Budget {
        says: "pan or zoom: clusters in view",
        events: 100_000,
        bar: Bar::P95("marchmap: pan", 4.0),
    },
    Budget {
        says: "one more letter: list, chips, facets and map painted",
        events: 100_000,
        bar: Bar::P95("page: letter", 32.0),
    },
    Budget {
        says: "the longest task while typing",
        events: 100_000,
        bar: Bar::Most("page: long tasks while typing", 50.0),
    },
    Budget {
        says: "the longest task while dragging the map",
        events: 100_000,
        bar: Bar::Most("page: long tasks while dragging", 50.0),
    },
    Budget {
        says: "filter",
        events: 1_000_000,
        bar: Bar::P95("marchmap: filter", 60.0),
    },
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
            if let Some((bar, measured, met)) = budget.judge(report, browser) {
                let met = if met { "yes" } else { "**no**" };
                let _ = writeln!(
                    text,
                    "| {} | {} ({browser}) | {bar} | {measured} | {met} |",
                    budget.events, budget.says
                );
            }
        }
    }
    text
}

impl Budget {
    /// The bar, what was measured, and whether it holds.
    fn judge(&self, report: &Report, browser: &str) -> Option<(String, String, bool)> {
        let median = |names: &[&str]| Some(sum(report, browser, self.events, names)?.median);
        match self.bar {
            Bar::P95(name, most) => {
                let p95 = report.figures(browser, self.events, name)?.p95;
                Some((format!("p95 ≤ {most} ms"), shown(p95), p95 <= most))
            }
            Bar::Most(name, bar) => {
                let most = report.figures(browser, self.events, name)?.most;
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
