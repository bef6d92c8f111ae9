//! Tables of wikitext, as MediaWiki writes them (<https://www.mediawiki.org/wiki/Help:Tables>): `{|`, rows behind `|-`, cells behind
//! `|` or `||`, headings behind `!` or `!!`.

use super::grid::spanning::Spanning;
use super::grid::{Cell, Row};
use super::html;

/// The longest link or template, in bytes.
const LONGEST_LINK: usize = 2000;

/// A cell as it is written, and the line where it begins.
struct Written {
    attributes: String,
    text: String,
}

/// The rows of the table that begins on a line, its caption, and the line after it.
pub fn table(lines: &[&str], at: usize) -> Option<(Vec<Row>, Option<String>, usize)> {
    lines.get(at)?.trim_start().strip_prefix("{|")?;
    // A table inside another one ends the search: each line is looked at once.
    let marks = lines[at + 1..].iter().map(|line| line.trim_start());
    let mut marks = marks
        .enumerate()
        .filter(|(_, line)| line.starts_with("|}") || line.starts_with("{|"));
    let (end, _) = marks.next().filter(|(_, line)| line.starts_with("|}"))?;
    let end = at + 1 + end;
    let mut rows: Vec<(usize, Vec<Written>)> = Vec::new();
    let mut caption = None;
    let mut is_open = false;
    for (number, line) in (at + 2..).zip(&lines[at + 1..end]) {
        let line = line.trim();
        if line.starts_with("|-") {
            is_open = false;
        } else if let Some(text) = line.strip_prefix("|+") {
            caption = Some(plain(text).text);
        } else if let Some(cells) = line.strip_prefix(['|', '!']) {
            if !is_open {
                rows.push((number, Vec::new()));
                is_open = true;
            }
            let marks: &[&str] = if line.starts_with('!') {
                &["!!", "||"]
            } else {
                &["||"]
            };
            if let Some((_, row)) = rows.last_mut() {
                row.extend(parts(cells, marks).into_iter().map(written));
            }
        } else if let Some(cell) = rows
            .last_mut()
            .filter(|_| is_open)
            .and_then(|(_, row)| row.last_mut())
        {
            cell.text.push('\n');
            cell.text.push_str(line);
        }
    }
    Some((spanned(rows), caption, end + 1))
}

/// Whether a text has such a table.
pub fn has_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    (0..lines.len()).any(|at| table(&lines, at).is_some_and(|(rows, ..)| rows.len() > 1))
}

/// “== Heading ==”, without its marks.
pub fn heading(line: &str) -> Option<&str> {
    let line = line.trim();
    let inside = line.strip_prefix("==")?.strip_suffix("==")?;
    let inside = inside.trim_matches('=').trim();
    (!inside.is_empty()).then_some(inside)
}

/// A line of cells at its marks, none of which is inside a link or a template.
fn parts<'a>(line: &'a str, marks: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut from, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let mark = marks.iter().find(|mark| rest.starts_with(**mark));
        if let (Some(mark), 0) = (mark, depth) {
            parts.push(&line[from..at]);
            at += mark.len();
            from = at;
            continue;
        }
        let two = rest.get(..2);
        match two {
            Some("[[" | "{{") => depth += 1,
            Some("]]" | "}}") => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_bracket = matches!(two, Some("[[" | "{{" | "]]" | "}}"));
        at += if is_bracket {
            2
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
    }
    parts.push(&line[from..]);
    parts
}

/// A cell: `style="…" | text`.
fn written(cell: &str) -> Written {
    let parts = parts(cell, &["|"]);
    match &parts[..] {
        [attributes, _, ..] if attributes.contains('=') => Written {
            attributes: (*attributes).to_owned(),
            text: cell[attributes.len() + 1..].to_owned(),
        },
        _ => Written {
            attributes: String::new(),
            text: cell.to_owned(),
        },
    }
}

/// Rows in which a cell that spans several is in each.
fn spanned(written: Vec<(usize, Vec<Written>)>) -> Vec<Row> {
    let mut spanning = Spanning::default();
    let rows = written.into_iter().map(|(number, cells)| Row {
        number: Some(number as u64),
        cells: spanning.row(cells.iter().map(|cell| {
            let across = span(&cell.attributes, "colspan");
            (plain(&cell.text), span(&cell.attributes, "rowspan"), across)
        })),
        ..Row::default()
    });
    rows.collect()
}

fn span(attributes: &str, name: &str) -> usize {
    let said = attributes.split_once(name).and_then(|(_, rest)| {
        let rest = rest.trim_start().strip_prefix('=')?;
        let rest = rest.trim_start_matches([' ', '"', '\'']);
        let end = rest.find(|letter: char| !letter.is_ascii_digit());
        rest[..end.unwrap_or(rest.len())].parse().ok()
    });
    said.unwrap_or(1)
}

/// The text of a cell without its markup, and the first link in it.
fn plain(text: &str) -> Cell {
    let text = without(text, "<!--", "-->");
    let text = without(&text, "<ref", "</ref>");
    let mut link = None;
    let mut left = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['[', '{']) {
        left.push_str(&rest[..at]);
        let from = &rest[at..];
        let inside = |open: &str, close: &str| {
            let inside = from.strip_prefix(open)?;
            let end = inside[..inside.floor_char_boundary(LONGEST_LINK)].find(close)?;
            Some((&inside[..end], &inside[end + close.len()..]))
        };
        if let Some((inside, after)) = inside("[[", "]]") {
            left.push_str(inside.rsplit('|').next().unwrap_or(inside).trim());
            rest = after;
        } else if let Some((inside, after)) = inside("{{", "}}") {
            let shown = inside.rsplit('|').next().unwrap_or(inside).trim();
            left.push_str(&date(inside).unwrap_or_else(|| shown.to_owned()));
            rest = after;
        } else if let Some((inside, after)) = inside("[http", "]") {
            let (address, label) = inside.split_once(' ').unwrap_or((inside, ""));
            link.get_or_insert_with(|| format!("http{address}"));
            left.push_str(label);
            rest = after;
        } else {
            left.push_str(&from[..1]);
            rest = &from[1..];
        }
    }
    left.push_str(rest);
    let left = left.replace("'''", "").replace("''", "");
    Cell {
        text: html::plain_if_markup(left.trim()).trim().to_owned(),
        link,
    }
}

/// The day that a template such as `{{dts|2027|1|23}}` or `{{Start date|2027|3|6|14|30}}` shows, with its hour if it has one.
fn date(template: &str) -> Option<String> {
    let values = template.split('|').skip(1).map(str::trim);
    let values: Vec<&str> = values
        .filter(|value| !value.is_empty() && !value.contains('='))
        .collect();
    let number = |value: &str| value.parse::<u32>().ok();
    let is_year = |value: &str| value.len() == 4 && number(value).is_some();
    let is_short = |value: &str| number(value).is_some_and(|number| number < 60);
    let (day, hour) = match values[..] {
        [year, month, day, ref hour @ ..] if is_year(year) && is_short(day) => {
            let day = match (number(month), number(day)) {
                (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
                _ => format!("{day} {month} {year}"),
            };
            (day, hour)
        }
        [first, second, year, ref hour @ ..] if is_year(year) => {
            let named = number(first).is_none() || number(second).is_none();
            (named.then(|| format!("{first} {second} {year}"))?, hour)
        }
        _ => return None,
    };
    Some(match hour {
        [hour, minute, ..] if is_short(hour) && is_short(minute) => {
            format!("{day} {hour}:{minute:0>2}")
        }
        _ => day,
    })
}

/// A text without what stands between two marks.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(open) {
        let Some((_, after)) = behind.split_once(close) else {
            break;
        };
        left.push_str(before);
        rest = after;
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lines: Vec<&str> = text.lines().collect();
        let (rows, ..) = table(&lines, 0).unwrap();
        let found: Vec<String> = rows
            .iter()
            .map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                format!("{} {}", row.number.unwrap_or(0), cells.join("/"))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn rows_and_cells() {
        check(
            "{| class=\"wikitable\"\n! Date !! City !! Place\n|-\n| 6 March 2027 || [[Leeds|the city]] || '''Square'''\n|-\n\
             | style=\"x\" | 7 March 2027\n| York\n| Minster,<br>west door <ref>x | y</ref>\n|}",
            &[
                "2 Date/City/Place",
                "4 6 March 2027/the city/Square",
                "6 7 March 2027/York/Minster,\nwest door",
            ],
        );
        check(
            "{|\n|-\n! Date\n! City\n|- style=\"y\"\n| rowspan=\"2\" | 6 March 2027 || Leeds\n|-\n| York\n|}",
            &["3 Date/City", "6 6 March 2027/Leeds", "8 6 March 2027/York"],
        );
    }

    #[test]
    fn days_in_templates() {
        check(
            "{|\n! Date !! City\n|-\n| {{dts|2027|1|23}} || Leeds\n|-\n| {{dts|23|January|2027}} || York\n|-\n\
             | {{Start date|2027|3|6|14|5}} || Hull\n|-\n| {{flag|UK}} || {{nowrap|New York}}\n|}",
            &[
                "2 Date/City",
                "4 2027-01-23/Leeds",
                "6 23 January 2027/York",
                "8 2027-03-06 14:05/Hull",
                "10 UK/New York",
            ],
        );
    }

    #[test]
    fn what_is_no_table() {
        assert!(!has_table("{| x\n| y"));
        assert!(!has_table("a | b\n|}"));
        assert!(!has_table(&"{|\n".repeat(200_000)));
        check(
            &format!("{{|\n| {}\n|}}", "[[".repeat(200_000)),
            &[&format!("2 {}", "[[".repeat(200_000))],
        );
        assert_eq!(heading("== Demos 2027 =="), Some("Demos 2027"));
        assert_eq!(heading("===="), None);
    }
}
