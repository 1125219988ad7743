#include "clj/emit/bundle_emitter.h"

#include <cstring>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/instant.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/tagged.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/uuid.h"
#include "clj/core/var.h"
#include "clj/emit/emit.h"
#include "clj/regex/regex.h"

namespace clj::emit {

using bytecode::append_varint;
using bytecode::ConstantTag;

uint32_t BundleEmitter::string(Value value) {
  const String* s = as_string(value);
  if (s->is_utf16()) return writer_.add_utf16({s->utf16(), s->length});
  return writer_.add_latin1({reinterpret_cast<const char*>(s->latin1()), s->length});
}

uint32_t BundleEmitter::utf8(std::string_view text) { return string(make_string(text)); }

void BundleEmitter::encode_string(std::string& out, Value value) { append_varint(out, string(value)); }

void BundleEmitter::encode_optional_meta(std::string& out, Value value) {
  Value metadata = meta(value);
  append_varint(out, metadata.is_nil() ? 0 : constant(metadata) + 1);
}

uint32_t BundleEmitter::constant(Value value) {
  check_stack();
  auto found = known_.find(value.bits());
  if (found != known_.end()) return found->second;
  uint32_t index = writer_.add_constant(encode(value));
  known_.emplace(value.bits(), index);
  keep_alive_.push_back(value);
  return index;
}

namespace {

void append_tag(std::string& out, ConstantTag tag) { out.push_back(static_cast<char>(tag)); }
void append_zigzag(std::string& out, int64_t n) { append_varint(out, static_cast<uint64_t>(n) << 1 ^ static_cast<uint64_t>(n >> 63)); }
void append_raw64(std::string& out, uint64_t n) { out.append(reinterpret_cast<const char*>(&n), 8); }

// The tag of a collection, or kNil for what is none.
ConstantTag tag_of_collection(Kind kind) {
  switch (kind) {
    case Kind::kVector:
    case Kind::kSubVector:
    case Kind::kMapEntry: return ConstantTag::kVector;
    case Kind::kArrayMap: return ConstantTag::kArrayMap;
    case Kind::kHashMap: return ConstantTag::kHashMap;
    case Kind::kHashSet: return ConstantTag::kSet;
    case Kind::kEmptyList: return ConstantTag::kList;
    default: return info(kind).flags & kSeq || kind == Kind::kLazySeq ? ConstantTag::kList : ConstantTag::kNil;
  }
}

// The tag of a number that is written as text, or kNil.
ConstantTag tag_of_number(Kind kind) {
  switch (kind) {
    case Kind::kBigInt: return ConstantTag::kBigInt;
    case Kind::kBigInteger: return ConstantTag::kBigInteger;
    case Kind::kRatio: return ConstantTag::kRatio;
    case Kind::kBigDecimal: return ConstantTag::kBigDecimal;
    default: return ConstantTag::kNil;
  }
}

}  // namespace

void BundleEmitter::encode_optional_string(std::string& out, Value value) { append_varint(out, value.is_nil() ? 0 : string(value) + 1); }

// Elements are encoded before the record that lists them: constants refer downwards only.
void BundleEmitter::encode_elements(std::string& out, Value coll) {
  std::string list;
  uint64_t n = 0;
  for_each(coll, [&](Value element) {
    append_varint(list, constant(element));
    ++n;
    return true;
  });
  append_varint(out, n);
  out += list;
}

void BundleEmitter::encode_pairs(std::string& out, Value map) {
  std::string list;
  uint64_t n = 0;
  for_each_kv(map, [&](Value key, Value value) {
    append_varint(list, constant(key));
    append_varint(list, constant(value));
    ++n;
    return true;
  });
  append_varint(out, n);
  out += list;
}

std::string BundleEmitter::encode(Value value) {
  std::string out;
  if (!value.is_object() || is_long(value)) return encode_immediate(out, value), out;
  if (encode_object(out, value)) return out;
  throw_error(Error::kIllegalState, "Can't embed object in code, maybe print-dup not defined: " + print_text(value));
}

void BundleEmitter::encode_immediate(std::string& out, Value value) {
  if (value.is_nil()) append_tag(out, ConstantTag::kNil);
  else if (value.is_true()) append_tag(out, ConstantTag::kTrue);
  else if (value.is_false()) append_tag(out, ConstantTag::kFalse);
  else if (is_long(value)) append_tag(out, ConstantTag::kLong), append_zigzag(out, as_long(value));
  else if (value.is_double()) append_tag(out, ConstantTag::kDouble), append_raw64(out, std::bit_cast<uint64_t>(value.as_double()));
  else {
    append_tag(out, ConstantTag::kImmediate);
    append_varint(out, static_cast<uint64_t>(value.immediate_kind()));
    append_varint(out, value.payload());
  }
}

bool BundleEmitter::encode_object(std::string& out, Value value) {
  Kind kind = value.as_object()->kind;
  if (ConstantTag tag = tag_of_number(kind); tag != ConstantTag::kNil) {
    append_tag(out, tag);
    append_varint(out, utf8(number_text(value)));
    return true;
  }
  if (ConstantTag tag = tag_of_collection(kind); tag != ConstantTag::kNil) {
    append_tag(out, tag);
    encode_optional_meta(out, value);
    if (tag == ConstantTag::kArrayMap || tag == ConstantTag::kHashMap) encode_pairs(out, value);
    else encode_elements(out, value);
    return true;
  }
  auto named = [&](ConstantTag tag, Value name) {
    append_tag(out, tag);
    encode_string(out, name);
    return true;
  };
  switch (kind) {
    case Kind::kString: return named(ConstantTag::kString, value);
    case Kind::kNamespace: return named(ConstantTag::kNamespace, cast<Symbol>(cast<Namespace>(value)->name)->name);
    case Kind::kClass: return named(ConstantTag::kClass, cast<Class>(value)->name);
    case Kind::kSymbol:
      append_tag(out, ConstantTag::kSymbol);
      encode_optional_string(out, cast<Symbol>(value)->ns);
      encode_string(out, cast<Symbol>(value)->name);
      encode_optional_meta(out, value);
      return true;
    case Kind::kKeyword: {
      auto* symbol = cast<Symbol>(cast<Keyword>(value)->symbol);
      append_tag(out, ConstantTag::kKeyword);
      encode_optional_string(out, symbol->ns);
      encode_string(out, symbol->name);
      return true;
    }
    case Kind::kVar: {
      auto* var = cast<Var>(value);
      if (var->ns.is_nil()) return false;
      named(ConstantTag::kVar, cast<Symbol>(cast<Namespace>(var->ns)->name)->name);
      encode_string(out, cast<Symbol>(var->symbol)->name);
      return true;
    }
    case Kind::kFnProto: {
      uint32_t function = add_proto(cast<exec::FnProto>(value));
      append_tag(out, ConstantTag::kFunction);
      append_varint(out, function);
      return true;
    }
    case Kind::kPattern:
      named(ConstantTag::kPattern, regex::pattern_source(value));
      append_varint(out, static_cast<uint64_t>(regex::pattern_flags(value)));
      return true;
    case Kind::kBox: append_tag(out, ConstantTag::kBox); return true;
    case Kind::kUuid:
      append_tag(out, ConstantTag::kUuid);
      append_raw64(out, cast<Uuid>(value)->high);
      append_raw64(out, cast<Uuid>(value)->low);
      return true;
    case Kind::kInst:
      append_tag(out, ConstantTag::kInst);
      append_zigzag(out, cast<Inst>(value)->millis);
      return true;
    case Kind::kTaggedLiteral: {
      uint32_t literal_tag = constant(cast<TaggedLiteral>(value)->tag);
      uint32_t form = constant(cast<TaggedLiteral>(value)->form);
      append_tag(out, ConstantTag::kTaggedLiteral);
      append_varint(out, literal_tag);
      append_varint(out, form);
      return true;
    }
    case Kind::kInstance: {
      Value cls = cast<Instance>(value)->type;
      if (!cls.as_object()->has_flag(Class::kRecord)) return false;
      named(ConstantTag::kRecord, cast<Class>(cls)->name);
      encode_pairs(out, value);
      return true;
    }
    default: return false;
  }
}

uint32_t BundleEmitter::add_proto(const exec::FnProto* proto) {
  std::vector<uint32_t> constants;
  const Value* slots = proto->constants;
  uint64_t count = proto->constants_array.as_object()->slot_count();
  for (uint64_t i = 0; i < count; ++i) constants.push_back(constant(slots[i]));
  auto* code = cast<exec::Code>(proto->code_object);
  const exec::Arity* arities = proto->arities.load();
  std::vector<bytecode::ArityRecord> records;
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    const exec::Arity& a = arities[i];
    records.push_back({a.params, a.variadic, a.registers, static_cast<uint32_t>(a.code - code->words()), a.code_words,
                       a.exceptions, a.exception_count, a.lines, a.line_count});
  }
  bytecode::FunctionRecord record{};
  record.name = string(proto->name);
  record.file = proto->file.is_nil() ? bytecode::kNoIndex : string(proto->file);
  record.capture_count = proto->capture_count;
  return writer_.add_function(record, constants, records, {code->words(), code->word_count});
}

uint32_t BundleEmitter::add_form(const analyze::Unit& unit) {
  Value proto = compile(unit);
  return add_proto(cast<exec::FnProto>(proto));
}

void BundleEmitter::add_namespace(std::string_view name, std::string_view path,
                                  const std::vector<uint32_t>& init_functions) {
  writer_.add_namespace(utf8(name), utf8(path), init_functions);
}

std::string BundleEmitter::finish() {
  writer_.info.main_namespace = 0;
  return writer_.finish();
}

}  // namespace clj::emit
