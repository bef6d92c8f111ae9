//! Gaps and pictograms that part the columns of a line.

/// A line with `|` where columns are parted: in its wide gaps (“Middelburg    afgelast”), and at pictograms that mark a field.
pub fn columns(line: String) -> String {
    let line = match line.contains(is_field_mark) {
        true => {
            let parts = line.split(|sign: char| is_field_mark(sign) || sign == '\u{fe0f}');
            let parts: Vec<&str> = parts
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect();
            parts.join(" | ")
        }
        false => line,
    };
    /// How many spaces no one puts between words.
    const WIDE: usize = 3;
    let gap = " ".repeat(WIDE);
    if line.contains('|') || !line.contains(gap.as_str()) && !line.contains('\t') {
        return line;
    }
    let parts = line.split('\t').flat_map(|part| part.split(&gap));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" | ")
}

/// Whether a pictogram marks the field that follows it: “Zaragoza ⏰ 12:00 📍 Plaza San Francisco”.
fn is_field_mark(sign: char) -> bool {
    matches!(sign, '⌚' | '⌛' | '⏰'..='⏳' | '🕐'..='🕧' | '📅' | '📆' | '🗓' | '📌' | '📍' | '🗺' | '🚩' | '👉' | '📣' | '📢'
        | '▪' | '▫' | '◾' | '◽' | '🔴' | '🔵' | '🟠'..='🟫' | '🔶'..='🔹')
}
