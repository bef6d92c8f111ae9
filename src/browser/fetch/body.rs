//! Reading the body of a response piece by piece.

use gloo_net::http::Response;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, ResponseType};

use super::error::FetchError;

/// How much of a file has arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes so far, decompressed.
    pub received: u64,
    /// Bytes in all; `None` when the host does not say or says only the compressed size.
    pub total: Option<u64>,
}

/// A body in pieces as they arrived, in the browser's memory.
///
/// They stay there until their size is known: growing a buffer by copying would leave the app's own
/// memory, which never shrinks, at up to three times the file's size.
pub struct Pieces(Vec<Uint8Array>);

impl Pieces {
    /// The bytes of all pieces, in the app's memory.
    pub(super) fn joined(&self) -> Vec<u8> {
        let length = self.0.iter().map(|piece| piece.length() as usize).sum();
        let mut bytes = vec![0; length];
        let mut rest = bytes.as_mut_slice();
        for piece in &self.0 {
            let (start, end) = rest.split_at_mut(piece.length() as usize);
            piece.copy_to(start);
            rest = end;
        }
        bytes
    }

    /// The pieces as an array of JavaScript's, such as `Blob` takes.
    pub fn into_array(self) -> Array {
        self.0.into_iter().collect()
    }
}

/// The whole body; `progress` is called at the start and after each piece.
pub(super) async fn read(
    response: &Response,
    progress: impl Fn(Progress),
) -> Result<Pieces, FetchError> {
    let Some(stream) = response.body() else {
        // There is no stream where there is no body, and in browsers that do not stream.
        let bytes = response.binary().await?;
        let received = bytes.len() as u64;
        let total = Some(received);
        progress(Progress { received, total });
        return Ok(Pieces(vec![Uint8Array::from(bytes.as_slice())]));
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let total = total(response);
    let mut pieces = Vec::new();
    let mut received = 0;
    progress(Progress { received, total });
    while let Some(piece) = next(&reader).await? {
        received += u64::from(piece.length());
        pieces.push(piece);
        let total = total.filter(|total| received <= *total);
        progress(Progress { received, total });
    }
    Ok(Pieces(pieces))
}

/// The next piece, `None` at the end.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, FetchError> {
    let step = JsFuture::from(reader.read()).await;
    let step = step.map_err(FetchError::from_js)?;
    let value = Reflect::get(&step, &"value".into()).map_err(FetchError::from_js)?;
    Ok(value.dyn_into().ok())
}

/// The size of the body, when it is known: `Content-Length` counts the bytes sent, so it says
/// nothing of a compressed body, and through CORS it cannot be seen whether it is compressed.
fn total(response: &Response) -> Option<u64> {
    let headers = response.headers();
    if response.type_() != ResponseType::Basic || headers.get("content-encoding").is_some() {
        return None;
    }
    headers.get("content-length")?.parse().ok()
}
