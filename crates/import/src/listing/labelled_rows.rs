//! Labels and what they introduce in two columns: “When | 9.30am” over “Where | Town Hall, Leeds” are the labels of one entry.

use super::line::words::{Label, is_label, label_of};

/// So many rows below one another are such a table.
const LEAST: usize = 2;

/// A line that is a label and what it introduces, parted by `|`, a tab or a wide gap.
fn pair(line: &str) -> Option<(&str, &str)> {
    const GAP: &str = "   ";
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line).trim();
    let sign = ["|", "\t", GAP]
        .into_iter()
        .find(|sign| line.contains(sign))?;
    let (label, said) = line.split_once(sign)?;
    let label = label.trim_matches([' ', '*', '_', ':', '：']);
    let said = said.trim();
    let is_pair = !said.is_empty() && !said.contains('|') && !said.contains('\t');
    (is_pair && is_label(label) && !is_label(said)).then_some((label, said))
}

/// Whether lines are a label and what it introduces each, one of them when it is: whether another is what it is called.
pub fn labelled<'l>(lines: impl Iterator<Item = &'l str>) -> Option<bool> {
    let labels: Option<Vec<Option<Label>>> = lines
        .map(|line| pair(line).map(|(label, _)| label_of(label)))
        .collect();
    let has = |labels: &[Option<Label>], label: Label| labels.contains(&Some(label));
    labels
        .filter(|labels| labels.len() >= LEAST && has(labels, Label::When))
        .map(|labels| has(&labels, Label::Title))
}

/// The lines of a text with a colon behind the labels of such rows.
pub fn with_colons(lines: &[(u64, &str)]) -> Vec<(u64, String)> {
    let mut left = Vec::with_capacity(lines.len());
    let is_pair = |line: &(u64, &str)| pair(line.1).is_some();
    for rows in lines.chunk_by(|one, other| is_pair(one) == is_pair(other)) {
        let are_fields = labelled(rows.iter().map(|(_, line)| *line)).is_some();
        left.extend(rows.iter().map(|(number, line)| {
            let apart = pair(line).filter(|_| are_fields);
            let line = apart.map_or_else(
                || (*line).to_owned(),
                |(label, said)| format!("{label}: {said}"),
            );
            (*number, line)
        }));
    }
    left
}

/// The same lines, borrowed.
pub fn borrowed(lines: &[(u64, String)]) -> Vec<(u64, &str)> {
    let lines = lines.iter();
    lines
        .map(|(number, line)| (*number, line.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let lines: Vec<(u64, &str)> = (1..).zip(text.lines()).collect();
        let found: Vec<String> = with_colons(&lines)
            .into_iter()
            .map(|(_, line)| line)
            .collect();
        assert_eq!(found.join("\n"), expected, "{text}");
    }

    #[test]
    fn rows_with_a_label_are_fields() {
        check(
            "Rally\n\nWhen | 9.30am\nWhere | Town Hall, Leeds",
            "Rally\n\nWhen: 9.30am\nWhere: Town Hall, Leeds",
        );
        check(
            "| **Wann** | Samstag, 14 Uhr |\n| **Wo** | Marktplatz, Bonn |",
            "Wann: Samstag, 14 Uhr\nWo: Marktplatz, Bonn",
        );
        check(
            "Quand\tsamedi, 14h\nLieu\tplace Kléber",
            "Quand: samedi, 14h\nLieu: place Kléber",
        );
        check(
            "Когда   суббота, 14:00\nГде   Москва",
            "Когда: суббота, 14:00\nГде: Москва",
        );
        for text in [
            // The headings of a table, and rows of cities.
            "When | Where\n9.30am | Leeds",
            "Leeds | 2 pm\nHull | 3 pm",
            "When | 9.30am",
        ] {
            check(text, text);
        }
    }
}
