//! A city behind its prefecture or before its district in one cell: “大阪府大阪市”, “서울 종로구”, “台北市中正區”.

/// Cities that are no part of a province, as they are called before their districts.
const METROPOLES: [&str; 8] = [
    "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종",
];

/// What a cell says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    pub(super) region: Option<&'a str>,
    pub(super) city: &'a str,
    pub(super) district: Option<&'a str>,
}

/// The parts of a cell, if it is more than the name of a city.
pub(super) fn parts(cell: &str) -> Option<Parts<'_>> {
    let cell = cell.trim();
    korean(cell).or_else(|| chinese_or_japanese(cell))
}

/// “서울 종로구”, “경기도 수원시”.
fn korean(cell: &str) -> Option<Parts<'_>> {
    let (first, rest) = cell.split_once(char::is_whitespace)?;
    let rest = rest.trim();
    let (second, third) = match rest.split_once(char::is_whitespace) {
        Some((second, third)) => (second, Some(third.trim())),
        None => (rest, None),
    };
    if METROPOLES.iter().any(|city| first.starts_with(city)) && second.ends_with(['구', '군']) {
        return Some(Parts {
            region: None,
            city: first,
            district: Some(rest),
        });
    }
    let is_hangul = first.chars().all(|letter| matches!(letter, '가'..='힣'));
    (is_hangul && second.ends_with(['시', '군'])).then_some(Parts {
        region: Some(first),
        city: second,
        district: third,
    })
}

/// “東京都千代田区”, “北海道札幌市”, “北京市朝阳区”.
fn chinese_or_japanese(cell: &str) -> Option<Parts<'_>> {
    let is_ideograph =
        |letter: char| matches!(u32::from(letter), 0x3005..=0x30ff | 0x3400..=0x9fff);
    if !cell.chars().all(is_ideograph) {
        return None;
    }
    // “東京都”, not the “都” of “京都市”: two letters at least stand before it.
    let letters = cell.char_indices().skip(2).take(2);
    let mut ends = letters.filter(|(_, letter)| "都道府県".contains(*letter));
    let region = ends.next().map(|(at, letter)| at + letter.len_utf8());
    let (region, rest) = match region.and_then(|at| cell.split_at_checked(at)) {
        Some((region, rest)) if rest.ends_with(['市', '区', '町', '村']) => {
            (Some(region), rest)
        }
        _ => (None, cell),
    };
    let cut = rest
        .char_indices()
        .skip(1)
        .find(|(_, letter)| *letter == '市');
    let (city, district) = match cut.and_then(|(at, _)| rest.split_at_checked(at + '市'.len_utf8()))
    {
        Some((city, district)) if district.ends_with(['区', '區', '町']) => {
            (city, Some(district))
        }
        _ => (rest, None),
    };
    (region.is_some() || district.is_some()).then_some(Parts {
        region,
        city,
        district,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_told_from_its_prefecture_and_its_district() {
        for (cell, region, city, district) in [
            ("東京都千代田区", Some("東京都"), "千代田区", None),
            ("大阪府大阪市", Some("大阪府"), "大阪市", None),
            ("北海道札幌市", Some("北海道"), "札幌市", None),
            (
                "神奈川県横浜市中区",
                Some("神奈川県"),
                "横浜市",
                Some("中区"),
            ),
            ("京都市左京区", None, "京都市", Some("左京区")),
            ("台北市中正區", None, "台北市", Some("中正區")),
            ("서울 종로구", None, "서울", Some("종로구")),
            ("서울특별시 종로구", None, "서울특별시", Some("종로구")),
            ("경기도 수원시", Some("경기도"), "수원시", None),
        ] {
            let expected = Parts {
                region,
                city,
                district,
            };
            assert_eq!(parts(cell), Some(expected), "{cell}");
        }
        for cell in [
            "京都市",
            "札幌市",
            "제주시",
            "세종",
            "Leeds",
            "New York",
            "",
        ] {
            assert_eq!(parts(cell), None, "{cell}");
        }
    }
}
