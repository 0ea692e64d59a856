//! A handler behind the reactor contract, version 1 (docs/reactor-contract.md).

// Handlers that use crates have the standard library, as most crates want it; the others do without.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod arena;
mod function;
mod handler {
    include!(env!("FUNCTION_HANDLER"));
}

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::slice;
use function::Request;

const VERSION: i32 = 1;
const FAILED: u64 = (u32::MAX as u64) << 32 | 1;

#[global_allocator]
static MEMORY: arena::Arena = arena::Arena::new();

#[cfg(not(feature = "std"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

mod host {
    #[link(wasm_import_module = "evalfaas")]
    extern "C" {
        pub fn context_get(key: *const u8, key_length: usize, buffer: *mut u8, capacity: usize) -> i32;
        pub fn response_status(status: i32);
        pub fn response_header(name: *const u8, name_length: usize, value: *const u8, value_length: usize) -> i32;
    }
}

struct Invocation {
    body: &'static [u8],
}

impl Request for Invocation {
    fn context(&self, key: &str) -> Option<String> {
        let mut value = vec![0; 256];
        let read = |value: &mut [u8]| unsafe { host::context_get(key.as_ptr(), key.len(), value.as_mut_ptr(), value.len()) };
        let length = usize::try_from(read(&mut value)).ok()?;
        let fitted = length <= value.len();
        value.resize(length, 0);
        if !fitted {
            read(&mut value);
        }
        String::from_utf8(value).ok()
    }

    fn body(&mut self) -> &[u8] {
        self.body
    }
}

#[no_mangle]
extern "C" fn evalfaas_version() -> i32 {
    VERSION
}

#[no_mangle]
extern "C" fn evalfaas_alloc(length: usize) -> *mut u8 {
    MEMORY.reset();
    Vec::with_capacity(length).leak().as_mut_ptr()
}

/// The host buffers the body, since nothing here imports `body_read`: the length is never -1.
#[no_mangle]
extern "C" fn evalfaas_handle(body: *const u8, length: usize) -> u64 {
    let body = if body.is_null() {
        MEMORY.reset();
        &[][..]
    } else {
        unsafe { slice::from_raw_parts(body, length) }
    };
    let response = handler::handle(&mut Invocation { body });
    if response.status != 200 {
        unsafe { host::response_status(response.status.into()) };
    }
    let (name, value) = ("Content-Type", response.content_type);
    if unsafe { host::response_header(name.as_ptr(), name.len(), value.as_ptr(), value.len()) } != 0 {
        return FAILED;
    }
    let answer = response.body.leak();
    if answer.is_empty() { 0 } else { (answer.as_ptr() as u64) << 32 | answer.len() as u64 }
}
