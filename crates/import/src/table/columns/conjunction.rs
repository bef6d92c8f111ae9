//! Words between two parts of a heading: “Postcode and town”.

/// “And” between two parts of a heading, folded.
pub(super) const AND: [&str; 31] = [
    "and", "und", "et", "y", "e", "i", "a", "u", "un", "ir", "og", "och", "ja", "si", "ve", "es",
    "eta", "en", "at", "dan", "in", "и", "та", "й", "і", "και", "va", "na", "ו", "ni", "dhe",
];
