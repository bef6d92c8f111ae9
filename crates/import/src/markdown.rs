//! Markdown in the text of a listing: tables, links and what is struck through (GitHub Flavored Markdown); tables of
//! wikitext and of plain text as well.

mod fields;
mod front_matter;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::fields::{fields, gap_below_heading};
use self::front_matter::front_matter;
use super::cancelled;
use super::draft::Reading;
use super::grid::{self, Cell, Grid, Row};
use super::options::Options;
use super::table::shape::says_hour;
use super::{aligned, html, listing, wikitext};

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
        } else if let Some((rows, after)) = aligned::table(&left, at) {
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
mod tests;
