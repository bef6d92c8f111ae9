//! Findings as GitHub's workflow commands, which put them beside the lines of a pull request.

use std::fmt::Write as _;

use super::Placed;
use crate::check::document::Document;
use crate::check::finding::Severity;

/// A command a line. Source: docs.github.com, “Workflow commands for GitHub Actions”.
pub fn github(placed: &[Placed], document: &Document<'_>, file: &str) -> String {
    let mut lines = String::new();
    for one in placed {
        let finding = &one.finding;
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let (start, end) = (document.spot(one.range.start), document.spot(one.range.end));
        let mut message = finding.message.clone();
        for more in [&finding.help, &finding.note].into_iter().flatten() {
            message.push('\n');
            message += more;
        }
        let _ = write!(
            lines,
            "::{level} file={},line={},col={}",
            property(file),
            start.line,
            start.column
        );
        // Columns of an end on another line are not understood.
        if end.line == start.line {
            let _ = write!(lines, ",endColumn={}", end.column);
        }
        let _ = writeln!(lines, ",title={}::{}", finding.code, escaped(&message));
    }
    lines
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
