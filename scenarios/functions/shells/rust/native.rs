//! A handler as a part of the native program, whose shells are written in C (../function.h).

extern crate alloc;

mod function;
mod handler {
    include!(env!("FUNCTION_HANDLER"));
}

use function::Request;
use std::{ptr, slice};

/// Bytes that somebody else owns, as in ../function.h.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Bytes {
    data: *const u8,
    length: usize,
}

impl Bytes {
    fn of(bytes: &[u8]) -> Bytes {
        Bytes { data: bytes.as_ptr(), length: bytes.len() }
    }

    unsafe fn as_slice<'a>(self) -> &'a [u8] {
        if self.length == 0 { &[] } else { slice::from_raw_parts(self.data, self.length) }
    }
}

#[repr(C)]
pub struct Opaque {
    _private: [u8; 0],
}

extern "C" {
    fn context(invocation: *mut Opaque, key: Bytes, value: *mut Bytes) -> bool;
    fn whole_body(invocation: *mut Opaque) -> Bytes;
    fn set_status(invocation: *mut Opaque, status: i32);
    fn set_header(invocation: *mut Opaque, name: Bytes, value: Bytes);
    fn allocate(invocation: *mut Opaque, size: usize) -> *mut u8;
}

struct Invocation(*mut Opaque);

impl Request for Invocation {
    fn context(&self, key: &str) -> Option<String> {
        let mut value = Bytes::of(&[]);
        unsafe {
            if !context(self.0, Bytes::of(key.as_bytes()), &mut value) {
                return None;
            }
            String::from_utf8(value.as_slice().to_vec()).ok()
        }
    }

    fn body(&mut self) -> &[u8] {
        unsafe { whole_body(self.0).as_slice() }
    }
}

/// # Safety
/// Called by the shell with its own invocation.
#[no_mangle]
pub unsafe extern "C" fn handle(invocation: *mut Opaque) -> Bytes {
    let response = handler::handle(&mut Invocation(invocation));
    set_status(invocation, response.status.into());
    set_header(invocation, Bytes::of(b"Content-Type"), Bytes::of(response.content_type.as_bytes()));
    // The answer must outlive this call, the response does not.
    let body = allocate(invocation, response.body.len());
    ptr::copy_nonoverlapping(response.body.as_ptr(), body, response.body.len());
    Bytes { data: body, length: response.body.len() }
}
