//! The order of many texts.

use super::by_number;

/// The places of `texts` in the order of their `keys`, where there are any, and then of their bytes; of equal ones the
/// first comes first.
///
/// Most differ in their keys, or in their first eight bytes, which are put in order as numbers.
pub fn order(keys: &[(u64, u32)], texts: &[&str]) -> Vec<u32> {
    let begin = |text: &&str| {
        let mut first = [0; 8];
        let count = text.len().min(8);
        first[..count].copy_from_slice(&text.as_bytes()[..count]);
        u64::from_be_bytes(first)
    };
    let numbers: Vec<(u64, u32)> = match keys {
        [] => texts.iter().map(begin).zip(0..).collect(),
        keys => keys.iter().map(|key| key.0).zip(0..).collect(),
    };
    let sorted = by_number(numbers);
    let mut order: Vec<u32> = sorted.iter().map(|(_, at)| *at).collect();
    let finer = |at: u32| keys.get(at as usize).map_or(0, |key| key.1);
    let mut rest = order.as_mut_slice();
    for same in sorted.chunk_by(|one, other| one.0 == other.0) {
        let (same, others) = rest.split_at_mut(same.len());
        if same.len() > 1 {
            same.sort_by(|one, other| {
                let texts = || texts[*one as usize].cmp(texts[*other as usize]);
                finer(*one).cmp(&finer(*other)).then_with(texts)
            });
        }
        rest = others;
    }
    order
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
