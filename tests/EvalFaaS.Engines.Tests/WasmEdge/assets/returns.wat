;; Recursive functions that leave in every way there is: end, return from within blocks, branches to the function's label, br_table, several results.
(module
  (memory (export "memory") 2)
  (global $next (mut i32) (i32.const 65536))
  (global $started (mut i32) (i32.const 0))
  (func $start (global.set $started (i32.add (memory.grow (i32.const 1)) (i32.const 40))))
  (start $start)
  (func (export "evalfaas_version") (result i32) (i32.const 1))
  (func (export "evalfaas_alloc") (param $length i32) (result i32)
    (global.get $next)
    (global.set $next (i32.add (global.get $next) (local.get $length))))
  (func $pair (param $n i32) (result i32 i64)
    (block $done
      (br_if $done (i32.eqz (local.get $n)))
      (loop $again
        (block $b (block $a
          (br_table $a $b $done (i32.rem_u (local.get $n) (i32.const 3))))
          ;; a: two from within blocks
          (return (local.get $n) (i64.extend_i32_u (local.get $n))))
        ;; b: deeper, and out by a branch to the function's own label
        (call $pair (i32.sub (local.get $n) (i32.const 1)))
        (br 2)))
    (i32.const 7) (i64.const 9))
  (func $count (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
    (if (i32.eq (local.get $n) (i32.const 1)) (then (loop (br 2 (i32.const 1)))))
    (i32.add (i32.const 1) (call $count (i32.sub (local.get $n) (i32.const 1)))))
  (func $nothing (param $n i32)
    (if (i32.eqz (local.get $n)) (then return))
    (call $nothing (i32.sub (local.get $n) (i32.const 1)))
    (br_if 0 (i32.and (local.get $n) (i32.const 1)))
    (call $nothing (i32.const 0)))
  (func (export "evalfaas_handle") (param $pointer i32) (param $length i32) (result i64)
    (local $i i32)
    (loop $many
      ;; more room than there is, if any way out gave none back
      (call $nothing (i32.const 100))
      (drop (call $count (i32.const 100)))
      (drop (drop (call $pair (i32.const 100))))
      (br_if $many (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 6000))))
    (i32.store8 (i32.const 0) (i32.add (i32.const 48) (i32.rem_u (call $count (i32.const 1005)) (i32.const 10))))
    (i32.store8 (i32.const 1) (global.get $started))
    (i64.const 2)))
