//! Folding: the table agrees with Unicode's normalisation, letter by letter and in words, and with
//! what people write for one another.
//!
//! `MARCHMAP_WRITE=1 cargo test -p calendar --test query_fold` writes the table anew.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use fold::fold;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/letters.txt");

/// The blocks folding covers beside the letters that it counts out.
const BLOCKS: &[RangeInclusive<u32>] = &[
    0x0080..=0x02ff, // Latin
    0x0370..=0x052f, // Greek, Cyrillic
    0x0531..=0x058f, // Armenian
    0x0590..=0x06ff, // Hebrew, Arabic
    0x0750..=0x077f, // Arabic Supplement
    0x0870..=0x08ff, // Arabic Extended
    0x0e33..=0x0e33, // Thai sara am
    0x0eb3..=0x0eb3, // Lao am
    0x0edc..=0x0edd, // Lao ho no, ho mo
    0x10a0..=0x10ff, // Georgian
    0x1c80..=0x1cbf, // Cyrillic Extended, Georgian Extended
    0x1d00..=0x1dbf, // phonetic
    0x1e00..=0x1fff, // Latin Extended Additional, Greek Extended
    0x2000..=0x209f, // punctuation, superscripts
    0x2100..=0x218f, // letterlike, number forms
    0x2460..=0x24ff, // enclosed
    0x2c60..=0x2c7f, // Latin Extended-C
    0x2f00..=0x2fdf, // Kangxi radicals
    0x3000..=0x312f, // Kana, Bopomofo
    0x31f0..=0x31ff, // Kana, small
    0xa640..=0xa69f, // Cyrillic Extended-B
    0xa720..=0xa7ff, // Latin Extended-D
    0xf900..=0xfaff, // Han, compatibility
    0xfb00..=0xfbe9, // ligatures, Hebrew and Arabic presentation forms
    0xfdf0..=0xfdff, // Arabic words
    0xfe10..=0xfe6f, // punctuation, small forms
    0xfe70..=0xfefe, // Arabic presentation forms
    0xff5f..=0xff9f, // half-width Kana
];

/// Folding said in another way: NFKD, marks dropped, lower case, [`instead`], NFC.
fn reference(text: &str) -> String {
    let lower: String = text.nfkd().flat_map(char::to_lowercase).nfkd().collect();
    let kept = lower.chars().filter(|letter| !is_dropped(*letter));
    kept.map(instead).collect::<String>().nfc().collect()
}

/// Marks that do not spell a word of their own, and what can't be seen.
fn is_dropped(letter: char) -> bool {
    let spelling = matches!(letter, '\u{0900}'..='\u{109f}' | '\u{1700}'..='\u{1aad}' | '\u{1b00}'..='\u{1c7f}'
        | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{a66f}'..='\u{a69f}' | '\u{a6f0}'..='\u{abff}');
    let hidden = matches!(letter, '\u{ad}' | '\u{2b9}'..='\u{2bf}' | '\u{61c}' | '\u{640}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}');
    hidden || (!spelling && unicode_normalization::char::is_combining_mark(letter))
}

/// What people write for one another, and Unicode does not take apart.
fn instead(letter: char) -> String {
    let zero = |zero: u32| char::from_digit(u32::from(letter) - zero, 10).map(String::from);
    match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' | 'ɔ' => "o",
        'ł' => "l",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' => "i",
        'ȷ' => "j",
        'ɓ' => "b",
        'ƙ' => "k",
        'ƴ' => "y",
        'ƒ' => "f",
        'ʋ' => "v",
        'ɣ' => "g",
        'ə' | 'ɛ' | 'ǝ' => "e",
        'ς' => "σ",
        // Hebrew finals, Yiddish digraphs.
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        'װ' => "וו",
        'ױ' => "וי",
        'ײ' => "יי",
        // Arabic, Persian, Urdu, Kurdish.
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' | 'ہ' | 'ۃ' | 'ھ' | 'ە' => "ه",
        'ک' => "ك",
        'ں' => "ن",
        '٠'..='٩' => return zero(0x660).unwrap(),
        '۰'..='۹' => return zero(0x6f0).unwrap(),
        other => return other.to_string(),
    }
    .to_owned()
}

#[test]
fn the_table_is_what_unicode_says() {
    let mut runs: Vec<(char, String)> = Vec::new();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let blocks = BLOCKS.iter().cloned().flatten();
    for letter in blocks.filter_map(char::from_u32) {
        let folded = reference(letter.encode_utf8(&mut [0; 4]));
        let digit = matches!(letter, '٠'..='٩' | '۰'..='۹');
        if is_dropped(letter) || digit || folded == letter.to_string() {
            continue;
        }
        assert_ne!(folded, "~");
        if folded.chars().count() != 1 {
            texts.entry(folded).or_default().push(letter);
            continue;
        }
        match runs.last_mut() {
            Some((first, run)) if gap(*first, run, letter) <= 3 => {
                let gap = gap(*first, run, letter);
                run.extend(std::iter::repeat_n('~', gap as usize));
                run.push_str(&folded);
            }
            _ => runs.push((letter, folded)),
        }
    }
    let runs = runs.iter().map(|(first, run)| format!("{first}{run}\n"));
    let texts = texts
        .iter()
        .map(|(folded, letters)| format!("{folded}\t{letters}\n"));
    let table = format!(
        "{}\n{}",
        runs.collect::<String>(),
        texts.collect::<String>()
    );
    if std::env::var_os("MARCHMAP_WRITE").is_some() {
        std::fs::write(TABLE, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(TABLE).unwrap(), table);
}

/// How many letters lie between a run and the next letter.
fn gap(first: char, run: &str, next: char) -> u32 {
    u32::from(next) - u32::from(first) - run.chars().count() as u32
}

#[test]
fn every_letter_of_the_blocks() {
    let digits = [0x0966, 0x0e50, 0x1040, 0x17e0]
        .into_iter()
        .flat_map(|zero| zero..zero + 10);
    let counted = [0xff01..=0xff5e, 0x1f130..=0x1f149, 0x1d7ce..=0x1d7ff];
    let codes = BLOCKS.iter().cloned().chain(counted).flatten();
    let letters = codes.filter_map(char::from_u32).map(String::from);
    let wrong: Vec<String> = letters
        .filter(|letter| fold(letter) != reference(letter))
        .map(|letter| format!("{letter} {}", letter.escape_unicode()))
        .collect();
    assert_eq!(wrong, [""; 0]);
    for (letter, value) in digits.filter_map(char::from_u32).zip((0..10).cycle()) {
        assert_eq!(fold(&letter.to_string()), value.to_string());
    }
    // Holes in the letters of mathematics are not assigned.
    for letter in ('\u{1d400}'..='\u{1d6a3}')
        .filter(|letter| letter.to_string().nfkd().next() != Some(*letter))
    {
        assert_eq!(fold(&letter.to_string()), reference(&letter.to_string()));
    }
}

/// Spellings that fold into the same text.
fn same(spellings: &[&str]) {
    for spelling in spellings {
        assert_eq!(
            fold(spelling),
            fold(spellings[0]),
            "{spelling} {}",
            spellings[0]
        );
    }
}

#[test]
fn what_people_write_for_one_another() {
    for spellings in [
        &["Zürich", "zurich", "ZÜRICH", "Zu\u{308}rich"] as &[_],
        &["Straße", "STRASSE", "strasse", "STRAẞE"],
        &["Łódź", "Lodz"],
        &["Århus", "arhus"],
        &["København", "kobenhavn"],
        &["Reykjavík", "reykjavik"],
        &["Þórshöfn", "thorshofn"],
        &["İstanbul", "ISTANBUL", "istanbul", "ıstanbul"],
        &["Diyarbakır", "DIYARBAKIR", "diyarbakir", "DİYARBAKIR"],
        &["Đà Nẵng", "da nang", "ĐÀ NẴNG"],
        &["Thừa Thiên Huế", "thua thien hue"],
        &["ʿAmmān", "amman", "Ammān"],
        &["Αθήνα", "ΑΘΗΝΑ", "αθηνα"],
        &["Πειραιάς", "ΠΕΙΡΑΙΑΣ"],
        &["Королёв", "королев", "КОРОЛЕВ"],
        &["Ейск", "еиск"],
        &["Київ", "киів"],
        &["القاهرة", "القاهره", "ٱلْقَاهِرَة", "القـاهرة"],
        &["أحمد", "احمد", "إحمد", "آحمد"],
        &["على", "علي", "علی"],
        &["مسؤول", "مسوول"],
        &["کراچی", "كراچي"],
        &["می‌خواهم", "میخواهم"],
        &["لاہور", "لاهور"],
        &["ﻻ", "لا"],
        &["שָׁלוֹם", "שלום"],
        &["٢٠٢٣", "۲۰۲۳", "2023", "２０２３", "२०२३", "𝟚𝟘𝟚𝟛"],
        &["ＮＹＣ", "nyc", "𝗡𝗬𝗖", "ⓝⓨⓒ"],
        &["ﾃﾞﾓ", "デモ", "テ\u{3099}モ"],
        &["ﾊﾟﾘ", "パリ"],
        &["서울", "\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}"],
        &["น้ําหนัก", "น\u{e49}\u{e4d}\u{e32}หนัก"],
        &["ﬁn", "fin"],
        &["№", "no"],
    ] {
        same(spellings);
    }
}

#[test]
fn what_stays_apart() {
    for (one, other) in [
        ("か", "が"),
        ("は", "ぱ"),
        ("か", "カ"),
        ("하", "한"),
        ("हिन्दी", "हन्द"),
        ("กา", "ก"),
        ("ش", "س"),
        ("پ", "ب"),
    ] {
        assert_ne!(fold(one), fold(other), "{one} {other}");
    }
}

proptest! {
    /// However composed a text arrives, and folded again, it is the same.
    #[test]
    fn normal_forms_fold_alike(text in "[a-zÀ-ɏΆ-ϿЀ-ѿא-תأ-يḀ-ỹἀ-ῼ가-힣ぁ-ヿ \u{300}-\u{30c}\u{64b}-\u{655}\u{3099}]{0,12}") {
        let folded = fold(&text);
        prop_assert_eq!(&folded, &reference(&text));
        prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&folded), &folded);
    }

    #[test]
    fn any_text_folds(text in "\\PC{0,20}") {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
    }
}
