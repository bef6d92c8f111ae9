//! The list of a site's feeds, `feeds.json`.

use js_sys::{Array, JSON, Object, Reflect};
use listing::feeds::Feed;
use query::Facet;
use wasm_bindgen::{JsCast, JsValue};

use super::fetch::fetch;

/// The feeds of the site this page is part of. What cannot be fetched or is no such list has none; a feed that this
/// version does not understand is left out.
pub async fn list() -> Vec<Feed> {
    let bytes = fetch("feeds.json", |_| {}).await.unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    let list = JSON::parse(&text).unwrap_or(JsValue::NULL);
    let feeds = get(&list, "feeds").and_then(|feeds| feeds.dyn_into::<Array>().ok());
    let feeds = feeds.into_iter().flat_map(|feeds| feeds.to_vec());
    feeds.filter_map(|feed| read(&feed)).collect()
}

fn read(feed: &JsValue) -> Option<Feed> {
    let scope = get(feed, "scope")?.dyn_into::<Object>().ok()?;
    let pairs = Object::entries(&scope).to_vec().into_iter();
    let pair = |pair: JsValue| {
        let pair: Array = pair.into();
        let key = pair.get(0).as_string()?;
        let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key)?;
        Some((facet, pair.get(1).as_string()?))
    };
    Some(Feed {
        scope: pairs.map(pair).collect::<Option<_>>()?,
        name: get(feed, "name")?.as_string()?,
        count: get(feed, "count")?.as_f64()? as u32,
        ics: get(feed, "ics")?.as_string()?,
    })
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
