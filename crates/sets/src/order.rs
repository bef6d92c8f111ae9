//! The order of many texts.

/// The places of `texts` in the order of their `keys`, where there are any, and then of their bytes; of equal ones the
/// first comes first.
///
/// Most texts are told apart by their first eight bytes, which are compared as one number.
pub fn order(keys: &[(u64, u32)], texts: &[&str]) -> Vec<u32> {
    let begin = |text: &str| {
        let mut first = [0; 8];
        let count = text.len().min(8);
        first[..count].copy_from_slice(&text.as_bytes()[..count]);
        u64::from_be_bytes(first)
    };
    let key = |at: u32| keys.get(at as usize).copied().unwrap_or_default();
    let each = (0..).zip(texts);
    let mut keyed: Vec<(u64, u64, u32)> = each
        .map(|(at, text)| (key(at).0, begin(text), at))
        .collect();
    keyed.sort_by(|(one, begins, at), (other, with, place)| {
        let finer = || key(*at).1.cmp(&key(*place).1);
        let texts = || texts[*at as usize].cmp(texts[*place as usize]);
        (one.cmp(other).then_with(finer)).then_with(|| begins.cmp(with).then_with(texts))
    });
    keyed.into_iter().map(|(.., at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_that_of_keys_and_bytes(
            given in proptest::collection::vec(((0..3_u64, 0..2_u32), "[a-c\u{0}é平]{0,12}"), 0..40),
        ) {
            let keys: Vec<(u64, u32)> = given.iter().map(|(key, _)| *key).collect();
            let texts: Vec<&str> = given.iter().map(|(_, text)| text.as_str()).collect();
            let mut expected: Vec<u32> = (0..texts.len() as u32).collect();
            expected.sort_by_key(|at| texts[*at as usize]);
            prop_assert_eq!(order(&[], &texts), expected.clone());
            expected.sort_by_key(|at| keys[*at as usize]);
            prop_assert_eq!(order(&keys, &texts), expected);
        }
    }
}
