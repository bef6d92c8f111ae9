//! The order of many texts.

/// The places of `texts` in the order of their bytes; of equal ones the first comes first.
///
/// Most are told apart by their first eight bytes, which are compared as one number.
pub fn order(texts: &[&str]) -> Vec<u32> {
    let begin = |text: &str| {
        let mut first = [0; 8];
        let count = text.len().min(8);
        first[..count].copy_from_slice(&text.as_bytes()[..count]);
        u64::from_be_bytes(first)
    };
    let keys = texts.iter().map(|text| begin(text));
    let mut keyed: Vec<(u64, u32)> = keys.zip(0..).collect();
    keyed.sort_unstable_by(|(one, at), (other, place)| {
        let texts = || texts[*at as usize].cmp(texts[*place as usize]);
        one.cmp(other).then_with(texts).then(at.cmp(place))
    });
    keyed.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_that_of_bytes(texts in proptest::collection::vec("[a-c\u{0}é平]{0,12}", 0..40)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut expected: Vec<u32> = (0..texts.len() as u32).collect();
            expected.sort_by_key(|at| texts[*at as usize]);
            prop_assert_eq!(order(&texts), expected);
        }
    }
}
