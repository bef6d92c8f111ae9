//! What a report of Lighthouse says: four scores, the times behind the first, and what costs points.
//!
//! The form is that of Lighthouse 12, <https://github.com/GoogleChrome/lighthouse/blob/v12.8.2/docs/understanding-results.md>.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// The categories, each with the score it has to reach, of 100.
const BARS: [(&str, &str, u32); 4] = [
    ("performance", "Performance", 95),
    ("accessibility", "Accessibility", 100),
    ("best-practices", "Best practices", 100),
    ("seo", "SEO", 100),
];

/// The times behind the performance, as Lighthouse names them.
const TIMES: [&str; 5] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
];

/// One report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The scores, in the order of the categories, of 100.
    scores: [u32; 4],
    /// The times as the report writes them, each with its name.
    times: Vec<(String, String)>,
    /// Audits that cost points outside of the performance.
    failed: Vec<String>,
    /// Lighthouse's version.
    version: String,
}

impl Report {
    /// Reads a report.
    ///
    /// # Errors
    /// It is not JSON, or lacks a category.
    pub fn read(text: &str) -> Result<Report> {
        let report: Value = serde_json::from_str(text)?;
        let mut scores = [0; 4];
        let mut failed = Vec::new();
        for (score, (id, ..)) in scores.iter_mut().zip(BARS) {
            let category = &report["categories"][id];
            let part = category["score"]
                .as_f64()
                .with_context(|| format!("the report has no score for {id}"))?;
            *score = (part * 100.0).round() as u32;
            if id == "performance" {
                continue;
            }
            for audit in category["auditRefs"].as_array().into_iter().flatten() {
                let weighs = audit["weight"].as_f64().is_some_and(|weight| weight > 0.0);
                let id = audit["id"].as_str().unwrap_or_default();
                let audit = &report["audits"][id];
                if weighs && audit["score"].as_f64().is_some_and(|score| score < 1.0) {
                    failed.push(format!("{id}: {}", text_of(&audit["title"])));
                }
            }
        }
        let times = TIMES.map(|id| {
            let audit = &report["audits"][id];
            (text_of(&audit["title"]), text_of(&audit["displayValue"]))
        });
        Ok(Report {
            scores,
            times: times.into(),
            failed,
            version: text_of(&report["lighthouseVersion"]),
        })
    }
}

/// What several reports come to.
#[derive(Debug, PartialEq)]
pub struct Figures {
    middle: Report,
    looks: usize,
}

impl Figures {
    /// The report whose performance is in the middle; `None` of none.
    pub fn middle(mut reports: Vec<Report>) -> Option<Figures> {
        reports.sort_by_key(|report| report.scores);
        let looks = reports.len();
        let middle = (looks > 0).then(|| reports.swap_remove(looks / 2))?;
        Some(Figures { middle, looks })
    }

    /// The scores as lines.
    pub fn table(&self) -> String {
        let mut text = String::new();
        for ((_, name, bar), score) in BARS.iter().zip(self.middle.scores) {
            let _ = writeln!(text, "{score:>5}  {name}, at least {bar}");
        }
        for failed in &self.middle.failed {
            let _ = writeln!(text, "       {failed}");
        }
        text
    }

    /// The figures as a section of the docs, without its heading.
    pub fn section(&self) -> String {
        let mut text = format!(
            "What `cargo xtask lighthouse` measured: Lighthouse {} in Chromium, its mobile profile (a slow phone, 1.6 Mbit/s, \
             simulated), the built example under a subfolder, gzipped; the median of {} runs.\n\n\
             | | score | at least |\n|---|---:|---:|\n",
            self.middle.version, self.looks
        );
        for ((_, name, bar), score) in BARS.iter().zip(self.middle.scores) {
            let _ = writeln!(text, "| {name} | {score} | {bar} |");
        }
        text.push_str("\n| behind the performance | |\n|---|---:|\n");
        for (name, value) in &self.middle.times {
            let _ = writeln!(text, "| {name} | {value} |");
        }
        text
    }

    /// Fails when a score is too low.
    ///
    /// # Errors
    /// Names each.
    pub fn check(&self) -> Result<()> {
        let low: Vec<String> = BARS
            .iter()
            .zip(self.middle.scores)
            .filter(|((.., bar), score)| score < bar)
            .map(|((_, name, bar), score)| format!("{name} is {score}, not {bar}"))
            .collect();
        if low.is_empty() {
            return Ok(());
        }
        bail!("{}", low.join("; "))
    }
}

/// A text of the report, its narrow spaces plain; empty where there is none.
fn text_of(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn report(performance: f64, seo: f64) -> Report {
        let one = json!({ "score": 1 });
        let text = json!({
            "lighthouseVersion": "12.8.2",
            "categories": {
                "performance": { "score": performance }, "accessibility": one, "best-practices": one,
                "seo": { "score": seo, "auditRefs": [{ "id": "robots-txt", "weight": 1 }, { "id": "hreflang", "weight": 0 }] },
            },
            "audits": {
                "robots-txt": { "title": "robots.txt is not valid", "score": seo },
                "hreflang": { "title": "no matter", "score": 0 },
                "speed-index": { "title": "Speed Index", "displayValue": "1.5\u{a0}s" },
            },
        });
        Report::read(&text.to_string()).unwrap()
    }

    #[test]
    fn the_middle_look_counts() {
        let reports = vec![report(0.99, 1.0), report(0.2, 1.0), report(0.96, 1.0)];
        let figures = Figures::middle(reports).unwrap();
        assert_eq!(figures.middle.scores, [96, 100, 100, 100]);
        figures.check().unwrap();
        assert!(figures.section().contains("| Performance | 96 | 95 |"));
        assert!(figures.section().contains("| Speed Index | 1.5 s |"));
        assert_eq!(Figures::middle(vec![]), None);
    }

    #[test]
    fn what_is_too_low_fails_and_says_why() {
        let figures = Figures::middle(vec![report(0.94, 0.92)]).unwrap();
        let error = figures.check().unwrap_err().to_string();
        assert_eq!(error, "Performance is 94, not 95; SEO is 92, not 100");
        assert!(
            figures
                .table()
                .contains("robots-txt: robots.txt is not valid")
        );
        assert!(!figures.table().contains("hreflang"));
    }

    #[test]
    fn a_report_without_a_category_is_refused() {
        assert!(Report::read("{}").is_err());
        assert!(Report::read("<html>").is_err());
    }
}
