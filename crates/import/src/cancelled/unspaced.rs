//! Words of scripts without spaces: what may stand directly before and behind a word of cancellation.

use crate::actions::is_action;

/// The most letters that inflect a word in a script without spaces.
const LONGEST_ENDING: usize = 6;

/// Whether a word is of a script without spaces between words (Thai and what comes after it in Unicode, Hangul too).
pub(super) fn is(word: &str) -> bool {
    word.chars().all(|letter| u32::from(letter) >= 0x0e00)
}

/// Chinese characters and kana.
pub(super) fn is_east_asian_letter(letter: char) -> bool {
    matches!(u32::from(letter), 0x3040..=0x30ff | 0x3400..=0x9fff)
}

pub(super) fn is_east_asian(word: &str) -> bool {
    word.chars().all(is_east_asian_letter)
}

/// Whether a word has a pattern: with an ending behind it, and in Chinese and Japanese with a reason before it.
pub(super) fn fits(pattern: &str, word: &str) -> bool {
    let from = match is_east_asian(word) {
        true => word.find(pattern),
        false => word.starts_with(pattern).then_some(0),
    };
    from.is_some_and(|from| {
        let ending = &word[from + pattern.len()..];
        ending.chars().count() <= LONGEST_ENDING
            && !OBJECTS.iter().any(|object| ending.starts_with(object))
            // “今年は開催しません” says it of the event.
            && (from == 0 || pattern.ends_with("ません") || may_precede(&word[..from]))
    })
}

/// What stands behind a word of cancellation that speaks of something else: “中止を求める”, “取消死刑”.
const OBJECTS: [&str; 19] = [
    "せよ",
    "しろ",
    "すべき",
    "を",
    "の",
    "会",
    "デモ",
    "反",
    "要",
    "求",
    "撤",
    "死",
    "所",
    "對",
    "对",
    "核",
    "原",
    "軍",
    "军",
];

/// Whether what stands before a word of cancellation, without a space, is why, or the event itself: “因雨取消”, “活動取消”,
/// “雨のため中止”.
fn may_precede(before: &str) -> bool {
    const LONGEST: usize = 12;
    const REASON_FIRST: [&str; 11] = [
        "因", "由於", "由于", "受", "為因", "碍於", "礙於", "鑑於", "鉴于", "臨時", "临时",
    ];
    const REASON_LAST: [&str; 11] = [
        "のため",
        "ため",
        "により",
        "につき",
        "ので",
        "から",
        "で",
        "影響",
        "影响",
        "本日",
        "今日",
    ];
    const EVENTS: [&str; 10] = [
        "活動",
        "活动",
        "イベント",
        "行事",
        "全部",
        "今天",
        "已",
        "暫時",
        "暂时",
        "緊急",
    ];
    before.chars().count() <= LONGEST
        && (REASON_FIRST.iter().any(|first| before.starts_with(first))
            || REASON_LAST.iter().any(|last| before.ends_with(last))
            || EVENTS.contains(&before)
            || is_action(before)
            // “那覇の集会は中止となりました”.
            || before.strip_suffix(['は', 'が']).is_some_and(is_action))
}
