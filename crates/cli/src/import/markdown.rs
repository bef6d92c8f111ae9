//! Markdown in the text of a listing: tables, links and what is struck through (GitHub Flavored Markdown); tables of
//! wikitext as well.

mod front_matter;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use self::front_matter::front_matter;
use super::cancelled;
use super::draft::Reading;
use super::grid::{self, Cell, Grid, Row};
use super::options::Options;
use super::table::shape::says_hour;
use super::{html, listing, wikitext};

/// Reads a text: its tables as tables, all other lines as a listing.
pub fn read(text: &str, source: &Arc<str>, options: &Options) -> Reading {
    let lines: Vec<&str> = text.lines().collect();
    let mut left: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    let front = front_matter(&lines).unwrap_or_default();
    for (at, line) in left.iter_mut().take(front.lines).enumerate() {
        let title = front.title.as_ref().filter(|(of_title, _)| *of_title == at);
        *line = title.map_or_else(String::new, |(_, title)| format!("# {title}"));
    }
    let options = &options.written_on(options.written.or(front.written));
    let mut tables = Reading::default();
    // The rules of tables of labels, and the empty lines between a heading and such a table.
    let mut apart = BTreeSet::new();
    let mut at = front.lines;
    while at < lines.len() {
        let (rows, caption, after) = if let Some(wiki) = wikitext::table(&lines, at) {
            wiki
        } else if let Some(after) = table(&lines, at) {
            if let Some(fields) = fields(&lines[at..after]) {
                apart.insert(at + 1);
                apart.extend((!fields.with_first).then_some(at));
                if !fields.with_title {
                    apart.extend(gap_below_heading(&lines[..at]));
                }
                at = after;
                continue;
            }
            let rows = (at..after).filter(|line| !is_rule(lines[*line]));
            let rows = rows.map(|line| row(line, lines[line])).collect();
            (rows, None, after)
        } else {
            at += 1;
            continue;
        };
        let above = headings(&left[..at]).into_iter().chain(caption);
        let grid = Grid {
            above: above.collect(),
            rows,
            heading_within: 1,
            unit: "line",
        };
        let before = tables.entries;
        grid::take(&grid, source, options, &mut tables);
        if tables.entries > before {
            left[at..after].fill(String::new());
        }
        at = after;
    }
    let lines = left.iter().enumerate();
    let lines = lines.filter(|(at, _)| !apart.contains(at));
    let lines = lines.map(|(at, line)| (at as u64 + 1, line.as_str()));
    let mut reading = listing::read_lines(lines, source, options);
    reading.append(tables);
    reading
}

/// Whether a text has a table: a row, and the rule below it.
pub fn has_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    (0..lines.len()).any(|at| table(&lines, at).is_some()) || wikitext::has_table(text)
}

/// The line after the table whose headings stand on a line.
fn table(lines: &[&str], at: usize) -> Option<usize> {
    let rule = lines.get(at + 1)?;
    if !lines[at].contains('|') || !is_rule(rule) || is_rule(lines[at]) {
        return None;
    }
    let rows = lines[at + 2..].iter();
    let rows = rows.take_while(|line| line.contains('|') && !line.trim().is_empty());
    Some(at + 2 + rows.count())
}

/// A table whose rows are labels and what they introduce.
struct Fields {
    /// Its first line is such a row.
    with_first: bool,
    /// A row says what the event is called.
    with_title: bool,
}

fn fields(table: &[&str]) -> Option<Fields> {
    let (head, rows) = (table.first()?, table.get(2..)?);
    let all = listing::labelled(std::iter::once(*head).chain(rows.iter().copied()));
    let is_empty = !head.contains(char::is_alphanumeric);
    let below = || listing::labelled(rows.iter().copied()).filter(|_| is_empty);
    Some(Fields {
        with_first: all.is_some(),
        with_title: all.or_else(below)?,
    })
}

/// The empty lines between a heading and what stands below it.
fn gap_below_heading(above: &[&str]) -> Range<usize> {
    let blank = above.iter().rev().take_while(|line| line.trim().is_empty());
    let start = above.len() - blank.count();
    let heading = start.checked_sub(1).and_then(|at| above.get(at));
    match heading.is_some_and(|line| line.starts_with('#')) {
        true => start..above.len(),
        false => 0..0,
    }
}

/// `|---|:--:|`
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.matches('-').count() > 1
        && line
            .chars()
            .all(|letter| matches!(letter, '|' | '-' | ':' | ' ' | '\t'))
}

fn row(at: usize, line: &str) -> Row {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let cells = line.replace("\\|", "\u{e002}");
    let cells = cells.split('|').map(|cell| {
        let cell = cell.replace('\u{e002}', "|");
        let (text, links) = without_links(cell.trim());
        let text = text.replace("**", "").replace("__", "");
        Cell {
            text: html::plain_if_markup(&text),
            link: links.into_iter().next(),
        }
    });
    let mut cells: Vec<Cell> = cells.collect();
    let filled = || cells.iter().filter(|cell| !cell.text.is_empty());
    let is_cell_struck = |cell: &&Cell| {
        cell.text.len() > 4 && cell.text.starts_with("~~") && cell.text.ends_with("~~")
    };
    // “| ~~5 November~~ | ~~Hull~~ | CANCELLED |” is struck through as well.
    let is_off = |cell: &Cell| is_cell_struck(&cell) || cancelled::status(&cell.text).is_some();
    let is_struck = filled().filter(is_cell_struck).count() > 1 && filled().all(is_off);
    for cell in &mut cells {
        cell.text = match is_struck {
            true => cell.text.replace("~~", ""),
            false => html::without_struck(&cell.text, "~~"),
        };
    }
    Row {
        number: Some(at as u64 + 1),
        cells,
        is_struck,
        is_partly_struck: false,
    }
}

/// The lines above a table that may name its day, the nearest last: all but entries, which name an hour.
fn headings(lines: &[String]) -> Vec<String> {
    let may_head =
        |line: &&String| line.starts_with(['#', '=']) || !line.contains('|') && !says_hour(line);
    let lines = lines.iter().filter(may_head);
    lines
        .map(|line| {
            line.replace(['#', '*'], "")
                .trim()
                .trim_matches('=')
                .trim()
                .to_owned()
        })
        .collect()
}

/// A line of text: the addresses of its links at its end, what is struck through removed or said to be cancelled.
fn plain(line: &str) -> String {
    // “== March 2027 ==”, of wikitext.
    if let Some(heading) = wikitext::heading(line) {
        return format!("## {heading}");
    }
    let (mut text, links) = without_links(line);
    text = messenger_strikes(text);
    // “- **Date:** 9 May”.
    text = text.replace("**", "");
    if text.matches("~~").count() > 1 {
        text = html::without_struck(&text, "~~");
    }
    for link in links {
        text.push(' ');
        text.push_str(&link);
    }
    text
}

/// “Erfurt: ~14 Uhr, Anger~”: WhatsApp strikes with a single mark, directly around the words. “~14 Uhr” is about two.
fn messenger_strikes(text: String) -> String {
    if text.contains("~~") || text.matches('~').count() != 2 {
        return text;
    }
    let (before, rest) = text.split_once('~').unwrap_or_default();
    let (inside, behind) = rest.split_once('~').unwrap_or_default();
    let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let is_strike = !inside.is_empty()
        && inside.trim() == inside
        && apart(before.chars().next_back())
        && apart(behind.chars().next());
    match is_strike {
        true => format!("{before}~~{inside}~~{behind}"),
        false => text,
    }
}

/// A text with `[label](address)` as its label, and the addresses.
fn without_links(text: &str) -> (String, Vec<String>) {
    let (mut left, mut links) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, label, address, after)) = link(rest) {
        left.push_str(before);
        left.push_str(label);
        links.push(address.to_owned());
        rest = after;
    }
    left.push_str(rest);
    (left, links)
}

/// The first link of a text: what stands before it, its label, its address, what stands behind it.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (start, rest) = text.split_once("](http")?;
    let (before, label) = start.rsplit_once('[')?;
    let address_start = text.len() - rest.len() - "http".len();
    let end = rest.find([')', ' '])?;
    let address = &text[address_start..address_start + "http".len() + end];
    let after = &rest[end..];
    let after = after.split_once(')').map_or(after, |(_, after)| after);
    Some((before, label, address, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::draft::Draft;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(plain(line), expected);
    }

    #[test]
    fn links_and_what_is_struck_through() {
        check(
            "- [Bratislava](https://a.example/ba): 16:00, námestie",
            "- Bratislava: 16:00, námestie https://a.example/ba",
        );
        check("~~Zlín – 15:00~~", "cancelled: Zlín – 15:00");
        check("~~Zlín – 15:00~~ ZRUŠENO", "Zlín – 15:00 ZRUŠENO");
        check("Brno: ~~15:00~~ 16:00", "Brno:  16:00");
        check(
            "Jena: ~~18 Uhr, Holzmarkt~~",
            "cancelled: Jena: 18 Uhr, Holzmarkt",
        );
        check(
            "Erfurt: ~14 Uhr, Anger~",
            "cancelled: Erfurt: 14 Uhr, Anger",
        );
        check("Gera: ~14 Uhr, Markt", "Gera: ~14 Uhr, Markt");
        check(
            "[not a link] (https://a.example)",
            "[not a link] (https://a.example)",
        );
    }

    #[test]
    fn rows_of_labels_are_one_event() {
        for text in [
            "## Rally for the library\n\n| When | Saturday 4 November 2023, 2 pm |\n|---|---|\n| Where | City Square, Leeds |\n",
            "| | |\n|---|---|\n| **When** | Saturday 4 November 2023, 2 pm |\n| **Where** | City Square, Leeds |\n\
             | **What** | Rally for the library |\n",
        ] {
            let options = Options::new("2023-11-01".parse().unwrap());
            let reading = read(text, &"text".into(), &options);
            let [draft] = &reading.drafts[..] else {
                panic!("{text}: {reading:?}");
            };
            assert_eq!(draft.start.unwrap().to_string(), "2023-11-04T14:00", "{text}");
            assert_eq!(draft.text_of("title"), Some("Rally for the library"), "{text}");
            assert_eq!(draft.text_of("place"), Some("City Square"), "{text}");
        }
    }

    #[test]
    fn front_matter_is_no_text() {
        let text = "---\nlayout: post\ntitle: \"Keep the wards open: rallies\"\ndate: 2023-11-01\n---\n\n\
            Saturday 4 November\n\n- Leeds: 2 pm, City Square\n- York: 3 pm, Minster\n- Hull: noon, Docks\n";
        let options = Options::new("2027-01-01".parse().unwrap());
        let reading = read(text, &"text".into(), &options);
        let starts: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| draft.start.unwrap().to_string())
            .collect();
        assert_eq!(starts, ["2023-11-04T14:00", "2023-11-04T15:00", "2023-11-04T12:00"]);
        let named = |draft: &Draft| {
            draft.text_of("title").is_some_and(|title| title.starts_with("Keep the wards open"))
        };
        assert!(reading.drafts.iter().all(named), "{reading:?}");
        assert_eq!(reading.rejects, []);
    }

    #[test]
    fn the_text_above_a_table_names_its_day() {
        let text = "Marches on **Saturday, 4 November 2023**:\n\n- Leeds: 2 pm, City Square\n\n\
            Time | City\n--- | ---\n3 pm | York\n";
        let options = Options::new("2023-11-01".parse().unwrap());
        let reading = read(text, &"text".into(), &options);
        let mut found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| draft.start.unwrap().to_string())
            .collect();
        found.sort();
        assert_eq!(found, ["2023-11-04T14:00", "2023-11-04T15:00"]);
    }

    #[test]
    fn a_table_inside_a_text() {
        let text = "# November 2023\n\n## Saturday, 4 November 2023\n\n- Leeds: 2 pm, City Square\n\n\
            | Date | Time | City | Place |\n|---|---|---|---|\n| 5 November 2023 | 3 pm | York | [Minster](https://a.example/y) |\n\
            | ~~5 November 2023~~ | ~~4 pm~~ | ~~Hull~~ | CANCELLED |\n\n- Derby: 1 pm, Market Place\n";
        assert!(has_table(text));
        let options = Options::new("2023-11-01".parse().unwrap());
        let reading = read(text, &"text".into(), &options);
        let mut found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| {
                let status = draft.text_of("status").unwrap_or_default();
                format!("{} {} {status}", draft.origin, draft.start.unwrap())
            })
            .collect();
        found.sort();
        assert_eq!(
            found,
            [
                "text, line 10 2023-11-05T16:00 cancelled",
                "text, line 12 2023-11-04T13:00 ",
                "text, line 5 2023-11-04T14:00 ",
                "text, line 9 2023-11-05T15:00 ",
            ]
        );
        assert_eq!(reading.rejects, []);
    }

    #[test]
    fn a_table_of_wikitext() {
        let text = "== Demos 2027 ==\nAlle Termine:\n{| class=\"wikitable\"\n! Datum !! Zeit !! Stadt !! Ort !! Titel !! Hinweis\n|-\n\
            | 6. März 2027 || 14 Uhr || [[Bonn]] || Markt || Demo A ||\n|-\n\
            | 7. März 2027 || 15 Uhr || [[Köln]] || Neumarkt || Demo B || abgesagt\n|}\n";
        let options = Options::new("2026-11-01".parse().unwrap());
        let reading = read(text, &"text".into(), &options);
        let found: Vec<String> = reading
            .drafts
            .iter()
            .map(|draft| {
                let title = draft.text_of("title").unwrap_or_default();
                format!("{} {} {title}", draft.origin, draft.start.unwrap())
            })
            .collect();
        assert_eq!(
            found,
            [
                "text, line 6 2027-03-06T14:00 Demo A",
                "text, line 8 2027-03-07T15:00 Demo B"
            ]
        );
        assert_eq!(reading.rejects, []);
    }
}
