;; A reactor that does what the first byte of its request says.
(module
  (import "evalfaas" "log" (func $log (param i32 i32 i32)))
  (memory (export "memory") 2)
  (table $table 4 funcref)
  (table $large 1 externref)
  (global $next (mut i32) (i32.const 65536))
  (elem (table $table) (i32.const 0) func $deeper)
  (elem declare func $indirect)
  (func (export "evalfaas_version") (result i32) (i32.const 1))
  (func (export "evalfaas_alloc") (param $length i32) (result i32)
    (global.get $next)
    (global.set $next (i32.add (global.get $next) (local.get $length))))
  (func $deeper (param $n i32) (result i32)
    (i32.store (i32.const 16) (local.get $n))
    (i32.add (i32.mul (call $deeper (i32.add (local.get $n) (i32.const 1))) (i32.const 3)) (i32.load (i32.const 16))))
  (func $indirect (param $n i32) (result i32)
    (i32.add (call_indirect $table (param i32) (result i32) (local.get $n) (i32.const 1)) (i32.const 1)))
  (func $fibonacci (param $n i32) (result i32)
    (if (i32.lt_u (local.get $n) (i32.const 2)) (then (return (local.get $n))))
    (i32.add (call $fibonacci (i32.sub (local.get $n) (i32.const 1))) (call $fibonacci (i32.sub (local.get $n) (i32.const 2)))))
  (func (export "evalfaas_handle") (param $pointer i32) (param $length i32) (result i64)
    (local $what i32)
    (if (i32.eqz (local.get $length)) (then (return (i64.const 0))))
    (local.set $what (i32.load8_u (local.get $pointer)))
    ;; a log line, so that a host call is on the way
    (call $log (i32.const 1) (local.get $pointer) (i32.const 1))
    (if (i32.eq (local.get $what) (i32.const 0x75)) (then unreachable))                                             ;; u
    (if (i32.eq (local.get $what) (i32.const 0x6c)) (then (loop $forever (br $forever))))                           ;; l
    (if (i32.eq (local.get $what) (i32.const 0x72)) (then (drop (call $deeper (i32.const 0)))))                     ;; r
    (if (i32.eq (local.get $what) (i32.const 0x69))                                                                  ;; i
      (then (table.set $table (i32.const 1) (ref.func $indirect)) (drop (call $indirect (i32.const 1)))))
    (if (i32.eq (local.get $what) (i32.const 0x6f)) (then (drop (i32.load (i32.const -8)))))                        ;; o
    (if (i32.eq (local.get $what) (i32.const 0x64)) (then (drop (i32.div_u (i32.const 1) (i32.const 0)))))          ;; d
    (if (i32.eq (local.get $what) (i32.const 0x6d))                                                                  ;; m
      (then (loop $more (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) unreachable))
    (if (i32.eq (local.get $what) (i32.const 0x6e)) (then (drop (memory.grow (i32.const 1)))))                       ;; n
    (if (i32.eq (local.get $what) (i32.const 0x74))                                                                  ;; t
      (then (loop $more (br_if $more (i32.ne (table.grow $large (ref.null extern) (i32.const 1000)) (i32.const -1)))) unreachable))
    (if (i32.eq (local.get $what) (i32.const 0x54))                                                                  ;; T
      (then (if (i32.eq (table.grow $large (ref.null extern) (i32.const 0x7fffffff)) (i32.const -1)) (then unreachable))))
    (if (i32.eq (local.get $what) (i32.const 0x66))                                                                  ;; f
      (then (i32.store (local.get $pointer) (call $fibonacci (i32.const 25)))))
    (i64.or (i64.shl (i64.extend_i32_u (local.get $pointer)) (i64.const 32)) (i64.extend_i32_u (local.get $length)))))
