//! Findings for people: the line of the file, what is wrong in it, and what to write instead.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Placed, count};
use crate::check::document::Document;
use crate::check::finding::Severity;

/// Lines longer than this, in bytes, are shown in part.
const LONG: usize = 10_000;

/// How much of a long line is shown on either side of what is pointed at.
const AROUND: usize = 60;

/// Each finding with its source, then how many there are.
pub fn human(
    placed: &[Placed],
    document: &Document<'_>,
    file: &str,
    renderer: &Renderer,
) -> String {
    let mut report = String::new();
    for one in placed {
        let rendered = renderer.render(&[group(one, document, file)]);
        for line in rendered.lines().filter(|line| !is_join(line)) {
            let _ = writeln!(report, "{line}");
        }
        report.push('\n');
    }
    report
}

/// Whether a line only joins a source without a path to the place above it: `:::`, perhaps in colour.
fn is_join(line: &str) -> bool {
    line.contains(":::") && {
        let mut in_colour = false;
        line.chars().all(|c| {
            in_colour = c == '\u{1b}' || in_colour && c != 'm';
            in_colour || matches!(c, ':' | ' ' | 'm')
        })
    }
}

/// How many events and findings there are, in a line.
pub fn summary(placed: &[Placed], file: &str, events: usize) -> String {
    let counted = |number: usize, one: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    };
    let (errors, warnings) = (
        count(placed, Severity::Error),
        count(placed, Severity::Warning),
    );
    let events = counted(events, "event");
    if errors + warnings == 0 {
        return format!("{file}: {events}, nothing to complain of\n");
    }
    let fixable = placed
        .iter()
        .filter(|one| !one.finding.fix.is_empty())
        .count();
    let mut line = format!(
        "{file}: {events}, {}, {}",
        counted(errors, "error"),
        counted(warnings, "warning")
    );
    if fixable > 0 {
        let _ = write!(line, "; --fix can fix {fixable}");
    }
    line.push('\n');
    line
}

fn group<'a>(one: &'a Placed, document: &'a Document<'_>, file: &'a str) -> Group<'a> {
    let finding = &one.finding;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.code);
    let spot = document.spot(one.range.start);
    let whole = document.line(one.range.start).len() <= LONG;
    let place = Origin::path(file).line(spot.line).char_column(spot.column);
    let source = snippet(document, &one.range, AnnotationKind::Primary, None);
    let mut group = match whole {
        true => title.element(source.path(file)),
        false => title.element(place).element(source),
    };
    if let (Some(range), Some((_, _, label))) = (&one.also, &finding.also) {
        group = group.element(snippet(
            document,
            range,
            AnnotationKind::Context,
            Some(label),
        ));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if let Some(note) = &finding.note {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    group
}

/// The line in which a range begins, or the part of it around the range.
fn snippet<'a>(
    document: &'a Document<'_>,
    range: &Range<usize>,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, Annotation<'a>> {
    let line = document.line(range.start);
    let range = range.start.min(line.end)..range.end.min(line.end);
    let number = document.spot(range.start).line;
    let text = &document.text;
    if line.len() <= LONG {
        let inside = range.start - line.start..range.end - line.start;
        return Snippet::source(&text[line])
            .line_start(number)
            .annotation(kind.span(inside).label(label));
    }
    let start = boundary(text, range.start.saturating_sub(AROUND).max(line.start));
    let shown_end = range.end.min(range.start + 2 * AROUND);
    let shown_end = boundary(text, shown_end);
    let end = boundary(text, (shown_end + AROUND).min(line.end));
    let before = if start > line.start { "…" } else { "" };
    let after = if end < line.end { "…" } else { "" };
    let shift = before.len();
    let inside = range.start - start + shift..shown_end.max(range.start) - start + shift;
    Snippet::source(format!("{before}{}{after}", &text[start..end]))
        .line_start(number)
        .annotation(kind.span(inside).label(label))
}

/// The nearest byte at or before which a character begins.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
