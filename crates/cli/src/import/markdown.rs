//! Markdown in the text of a listing: tables, links and what is struck through (GitHub Flavored Markdown); tables of
//! wikitext as well.

use std::sync::Arc;

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
    let mut tables = Reading::default();
    let mut at = 0;
    while at < lines.len() {
        let (rows, caption, after) = if let Some(wiki) = wikitext::table(&lines, at) {
            wiki
        } else if let Some(after) = table(&lines, at) {
            let rows = (at..after).filter(|line| !is_rule(lines[*line]));
            let rows = rows.map(|line| row(line, lines[line])).collect();
            (rows, None, after)
        } else {
            at += 1;
            continue;
        };
        let above = headings(&lines[..at]).into_iter().chain(caption);
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
    let lines = (1..).zip(left.iter().map(String::as_str));
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
fn headings(lines: &[&str]) -> Vec<String> {
    let may_head =
        |line: &&&str| line.starts_with(['#', '=']) || !line.contains('|') && !says_hour(line);
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
