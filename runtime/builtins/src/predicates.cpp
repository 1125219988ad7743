// Predicates, identity and equality of clojure.core.
#include "clj/core/array.h"
#include "clj/core/instant.h"
#include "clj/core/seqs.h"
#include "clj/core/uuid.h"
#include "native.h"

namespace clj::builtins {

namespace {

bool has_namespace(Value v) {
  Value symbol = is_keyword(v) ? cast<Keyword>(v)->symbol : v;
  return !cast<Symbol>(symbol)->ns.is_nil();
}
bool is_ident_value(Value v) { return is_symbol(v) || is_keyword(v); }

}  // namespace

CLJ_FN(as_class) {
  if (!args[1].is_nil() && !is_instance(args[0], args[1])) {
    throw_class_cast(args[1], to_utf8(cast<Class>(args[0])->name));
  }
  return args[1];
}
CLJ_FN(is_nil) { return boolean(args[0].is_nil()); }
CLJ_FN(is_some) { return boolean(!args[0].is_nil()); }
CLJ_FN(is_true) { return boolean(args[0].is_true()); }
CLJ_FN(is_false) { return boolean(args[0].is_false()); }
CLJ_FN(is_boolean) { return boolean(args[0].is_boolean()); }
CLJ_FN(is_string_value) { return boolean(is_string(args[0])); }
CLJ_FN(is_char) { return boolean(args[0].is_character()); }
CLJ_FN(is_symbol_value) { return boolean(is_symbol(args[0])); }
CLJ_FN(is_keyword_value) { return boolean(is_keyword(args[0])); }
CLJ_FN(is_vector_value) { return boolean(is_vector(args[0])); }
CLJ_FN(is_map_value) { return boolean(is_map(args[0])); }
CLJ_FN(is_set_value) { return boolean(is_set(args[0])); }
CLJ_FN(is_list_value) { return boolean(is_list(args[0]) || is_kind(args[0], Kind::kQueue)); }
CLJ_FN(is_seq_value) { return boolean(is_seq(args[0])); }
CLJ_FN(is_coll_value) { return boolean(is_coll(args[0])); }
CLJ_FN(is_sequential_value) { return boolean(is_sequential(args[0])); }
CLJ_FN(is_associative_value) { return boolean(is_associative(args[0])); }
CLJ_FN(is_counted_value) { return boolean(is_counted(args[0])); }
CLJ_FN(is_sorted) {
  return boolean(is_kind(args[0], Kind::kTreeMap) || is_kind(args[0], Kind::kTreeSet) ||
                 implements(args[0], roots.class_sorted));
}
CLJ_FN(is_reversible) {
  return boolean(is_vector(args[0]) || is_kind(args[0], Kind::kTreeMap) || is_kind(args[0], Kind::kTreeSet) ||
                 implements(args[0], roots.class_reversible));
}
CLJ_FN(is_indexed) {
  return boolean(is_vector(args[0]) || is_kind(args[0], Kind::kArrayChunk) || is_kind(args[0], Kind::kTransientVector) ||
                 implements(args[0], roots.class_indexed));
}
bool is_seqable_value(Value v) {
  return v.is_nil() || is_coll(v) || is_seq(v) || is_string(v) || is_array(v) || is_kind(v, Kind::kLazySeq) ||
         implements(v, roots.class_seqable) ||
         implements(v, roots.class_iterable) || implements(v, roots.class_java_map) ||
         is_kind(v, Kind::kStringBuilder);
}
CLJ_FN(is_seqable) {
  if (is_seqable_value(args[0])) return Value::boolean(true);
  Value text = find_class("java.lang.CharSequence");
  return boolean(!text.is_nil() && implements(args[0], text));
}
CLJ_FN(is_fn_value) { return boolean(is_fn(args[0])); }
CLJ_FN(is_ifn_value) { return boolean(is_ifn(args[0])); }
CLJ_FN(is_var) { return boolean(is_kind(args[0], Kind::kVar)); }
CLJ_FN(is_uuid) { return boolean(is_kind(args[0], Kind::kUuid)); }
CLJ_FN(read_instant_form) { return read_instant(args[0]); }
CLJ_FN(read_uuid_form) { return read_uuid(args[0]); }
CLJ_FN(is_record) {
  Instance* instance = try_cast<Instance>(args[0]);
  return boolean(instance && cast<Class>(instance->type)->has_flag(Class::kRecord));
}
CLJ_FN(is_class) { return boolean(is_kind(args[0], Kind::kClass)); }
CLJ_FN(is_delay) { return boolean(is_kind(args[0], Kind::kDelay)); }
CLJ_FN(is_future) { return boolean(is_kind(args[0], Kind::kFuture) || implements(args[0], roots.class_java_future)); }
CLJ_FN(is_reduced_value) { return boolean(is_kind(args[0], Kind::kReduced)); }
CLJ_FN(is_volatile) { return boolean(is_kind(args[0], Kind::kVolatile)); }
CLJ_FN(is_map_entry) { return boolean(is_kind(args[0], Kind::kMapEntry) || implements(args[0], roots.class_java_map_entry)); }
CLJ_FN(is_chunked_seq) {
  Value v = args[0];
  return boolean(clj::is_chunked_seq(v) || implements(v, roots.class_chunked_seq));
}
CLJ_FN(is_bytes) { return boolean(is_kind(args[0], Kind::kByteArray)); }
CLJ_FN(is_tagged_literal) { return boolean(is_kind(args[0], Kind::kTaggedLiteral)); }
CLJ_FN(is_reader_conditional) { return boolean(is_kind(args[0], Kind::kReaderConditional)); }

CLJ_FN(is_number_value) { return boolean(is_number(args[0])); }
CLJ_FN(is_integer_value) { return boolean(is_integer(args[0])); }
CLJ_FN(is_int) { return boolean(is_fixed_integer(args[0])); }
CLJ_FN(is_pos_int) { return boolean(is_fixed_integer(args[0]) && to_long(args[0]) > 0); }
CLJ_FN(is_neg_int) { return boolean(is_fixed_integer(args[0]) && to_long(args[0]) < 0); }
CLJ_FN(is_nat_int) { return boolean(is_fixed_integer(args[0]) && to_long(args[0]) >= 0); }
CLJ_FN(is_rational_value) { return boolean(is_rational(args[0])); }
CLJ_FN(is_ratio) { return boolean(is_kind(args[0], Kind::kRatio)); }
CLJ_FN(is_decimal_value) { return boolean(is_decimal(args[0])); }
CLJ_FN(is_float_value) { return boolean(is_float(args[0])); }
CLJ_FN(is_double_value) { return boolean(args[0].is_double()); }

CLJ_FN(is_ident) { return boolean(is_ident_value(args[0])); }
CLJ_FN(is_simple_ident) { return boolean(is_ident_value(args[0]) && !has_namespace(args[0])); }
CLJ_FN(is_qualified_ident) { return boolean(is_ident_value(args[0]) && has_namespace(args[0])); }
CLJ_FN(is_simple_symbol) { return boolean(is_symbol(args[0]) && !has_namespace(args[0])); }
CLJ_FN(is_qualified_symbol) { return boolean(is_symbol(args[0]) && has_namespace(args[0])); }
CLJ_FN(is_simple_keyword) { return boolean(is_keyword(args[0]) && !has_namespace(args[0])); }
CLJ_FN(is_qualified_keyword) { return boolean(is_keyword(args[0]) && has_namespace(args[0])); }

CLJ_FN(logical_not) { return boolean(!args[0].truthy()); }
CLJ_FN(identity) { return args[0]; }
CLJ_FN(is_identical) { return boolean(identical(args[0], args[1])); }
CLJ_FN(equals) {
  if (count == 2) {
    // The head of a lazy seq is not kept here while it is walked.
    Value a = args[0], b = args[1];
    args[0] = args[1] = Value::nil();
    return boolean(equiv(a, b));
  }
  for (uint32_t i = 0; i + 1 < count; ++i)
    if (!equiv(args[i], args[i + 1])) return boolean(false);
  return boolean(true);
}
CLJ_FN(not_equals) { return boolean(!equals(args, count).truthy()); }
CLJ_FN(compare_values) { return make_int(compare(args[0], args[1])); }
CLJ_FN(compare_as_long) { return Value::inline_long(compare(args[0], args[1])); }
CLJ_FN(class_value) { return class_of(args[0]); }
CLJ_FN(is_instance_value) {
  if (args[0].is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Class.isInstance(Object)\" because \"c\" is null");
  }
  object_arg<Class>(args[0], "java.lang.Class");
  return boolean(is_instance(args[0], args[1]));
}
CLJ_FN(cast_value) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Class.cast(Object)\" because \"c\" is null");
  Class* cls = object_arg<Class>(args[0], "java.lang.Class");
  if (!args[1].is_nil() && !is_instance(args[0], args[1]))
    throw_error(Error::kClassCast, "Cannot cast " + class_name(args[1]) + " to " + to_utf8(cls->name));
  return args[1];
}
CLJ_FN(is_empty) { return boolean(seq(args[0]).is_nil()); }

}  // namespace clj::builtins
