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

std::string BundleEmitter::encode(Value value) {
  std::string out;
  auto tag = [&](ConstantTag t) { out.push_back(static_cast<char>(t)); };
  auto optional_string = [&](Value s) { append_varint(out, s.is_nil() ? 0 : string(s) + 1); };
  auto zigzag = [&](int64_t n) { append_varint(out, static_cast<uint64_t>(n) << 1 ^ static_cast<uint64_t>(n >> 63)); };
  auto raw64 = [&](uint64_t n) { out.append(reinterpret_cast<const char*>(&n), 8); };
  auto text = [&](ConstantTag t) {
    tag(t);
    append_varint(out, utf8(number_text(value)));
  };
  // Elements are encoded before the record that lists them: constants refer downwards only.
  auto elements = [&](Value coll) {
    std::string list;
    uint64_t n = 0;
    for_each(coll, [&](Value element) {
      append_varint(list, constant(element));
      ++n;
      return true;
    });
    append_varint(out, n);
    out += list;
  };
  auto pairs = [&](Value map) {
    std::string list;
    uint64_t n = 0;
    for_each_kv(map, [&](Value key, Value val) {
      append_varint(list, constant(key));
      append_varint(list, constant(val));
      ++n;
      return true;
    });
    append_varint(out, n);
    out += list;
  };

  if (value.is_nil()) return tag(ConstantTag::kNil), out;
  if (value.is_true()) return tag(ConstantTag::kTrue), out;
  if (value.is_false()) return tag(ConstantTag::kFalse), out;
  if (is_long(value)) return tag(ConstantTag::kLong), zigzag(as_long(value)), out;
  if (value.is_double()) return tag(ConstantTag::kDouble), raw64(std::bit_cast<uint64_t>(value.as_double())), out;
  if (value.is_immediate()) {
    tag(ConstantTag::kImmediate);
    append_varint(out, static_cast<uint64_t>(value.immediate_kind()));
    append_varint(out, value.payload());
    return out;
  }
  Object* object = value.as_object();
  switch (object->kind) {
    case Kind::kString: return tag(ConstantTag::kString), encode_string(out, value), out;
    case Kind::kSymbol:
      tag(ConstantTag::kSymbol);
      optional_string(cast<Symbol>(value)->ns);
      encode_string(out, cast<Symbol>(value)->name);
      encode_optional_meta(out, value);
      return out;
    case Kind::kKeyword: {
      auto* symbol = cast<Symbol>(cast<Keyword>(value)->symbol);
      tag(ConstantTag::kKeyword);
      optional_string(symbol->ns);
      encode_string(out, symbol->name);
      return out;
    }
    case Kind::kVar: {
      auto* var = cast<Var>(value);
      if (var->ns.is_nil()) break;
      tag(ConstantTag::kVar);
      encode_string(out, cast<Symbol>(cast<Namespace>(var->ns)->name)->name);
      encode_string(out, cast<Symbol>(var->symbol)->name);
      return out;
    }
    case Kind::kNamespace:
      return tag(ConstantTag::kNamespace), encode_string(out, cast<Symbol>(cast<Namespace>(value)->name)->name), out;
    case Kind::kClass: return tag(ConstantTag::kClass), encode_string(out, cast<Class>(value)->name), out;
    case Kind::kFnProto: {
      uint32_t function = add_proto(cast<exec::FnProto>(value));
      tag(ConstantTag::kFunction);
      append_varint(out, function);
      return out;
    }
    case Kind::kBigInt: return text(ConstantTag::kBigInt), out;
    case Kind::kBigInteger: return text(ConstantTag::kBigInteger), out;
    case Kind::kRatio: return text(ConstantTag::kRatio), out;
    case Kind::kBigDecimal: return text(ConstantTag::kBigDecimal), out;
    case Kind::kPattern:
      tag(ConstantTag::kPattern);
      encode_string(out, regex::pattern_source(value));
      append_varint(out, static_cast<uint64_t>(regex::pattern_flags(value)));
      return out;
    case Kind::kEmptyList:
    case Kind::kList:
    case Kind::kCons:
    case Kind::kLazySeq:
    case Kind::kChunkedCons:
      tag(ConstantTag::kList);
      encode_optional_meta(out, value);
      elements(value);
      return out;
    case Kind::kVector:
    case Kind::kSubVector:
    case Kind::kMapEntry:
      tag(ConstantTag::kVector);
      encode_optional_meta(out, value);
      elements(value);
      return out;
    case Kind::kArrayMap:
    case Kind::kHashMap:
      tag(object->kind == Kind::kArrayMap ? ConstantTag::kArrayMap : ConstantTag::kHashMap);
      encode_optional_meta(out, value);
      pairs(value);
      return out;
    case Kind::kHashSet:
      tag(ConstantTag::kSet);
      encode_optional_meta(out, value);
      elements(value);
      return out;
    case Kind::kBox: return tag(ConstantTag::kBox), out;
    case Kind::kUuid: return tag(ConstantTag::kUuid), raw64(cast<Uuid>(value)->high), raw64(cast<Uuid>(value)->low), out;
    case Kind::kInst: return tag(ConstantTag::kInst), zigzag(cast<Inst>(value)->millis), out;
    case Kind::kTaggedLiteral: {
      uint32_t literal_tag = constant(cast<TaggedLiteral>(value)->tag);
      uint32_t form = constant(cast<TaggedLiteral>(value)->form);
      tag(ConstantTag::kTaggedLiteral);
      append_varint(out, literal_tag);
      append_varint(out, form);
      return out;
    }
    case Kind::kInstance: {
      Value cls = cast<Instance>(value)->type;
      if (!cls.as_object()->has_flag(Class::kRecord)) break;
      tag(ConstantTag::kRecord);
      encode_string(out, cast<Class>(cls)->name);
      pairs(value);
      return out;
    }
    default:
      if (info(object->kind).flags & kSeq) {
        tag(ConstantTag::kList);
        encode_optional_meta(out, value);
        elements(value);
        return out;
      }
      break;
  }
  throw_error(Error::kIllegalState, "Can't embed object in code, maybe print-dup not defined: " + print_text(value));
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
