#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/gc/heap.h"
#include "compiled.h"

namespace clj::regex {

namespace {

constexpr uint32_t kUsesBeforeJit = 6;
constexpr size_t kLongTextUnits = 2000;

std::string pcre_message(int error) {
  PCRE2_UCHAR text[256];
  int length = pcre2_get_error_message(error, text, 256);
  return length < 0 ? "Unknown error" : std::string(text, text + length);
}

pcre2_code* compile(Pattern* pattern, Mode mode, TextKind kind) {
  const String* source = as_string(pattern->source);
  Translation translation = translate(source, pattern->given_flags, kind);
  std::u16string text = translation.pattern;
  if (mode == Mode::kMatches) text = u"(?:" + text + u")\\z";
  uint32_t options = PCRE2_DOTALL | PCRE2_NEVER_BACKSLASH_C;
  if (mode != Mode::kFind) options |= PCRE2_ANCHORED;
  if (kind == TextKind::kSurrogates) options |= PCRE2_UTF;
  if (kind != TextKind::kAscii && translation.unicode_case) options |= PCRE2_UCP;
  int error;
  PCRE2_SIZE offset;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error, &offset, nullptr);
  if (!code) {
    std::string message = pcre_message(error);
    if (error == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH)
      message = "Look-behind group does not have an obvious maximum length";
    throw_error(Error::kPatternSyntax, message + " near index " + std::to_string(source->length) + "\n" + to_utf8(source));
  }
  return code;
}

}  // namespace

Compiled::~Compiled() {
  for (auto& row : programs)
    for (Program& program : row) {
      pcre2_code_free(program.code.load());
      pcre2_code_free(program.fast.load());
    }
}

Compiled& compiled_of(Pattern* pattern) {
  Compiled* compiled = pattern->compiled.load(std::memory_order_acquire);
  if (compiled) return *compiled;
  Translation translation = translate(as_string(pattern->source), pattern->given_flags, TextKind::kNoSurrogates);
  auto* made = new Compiled;
  made->group_count = translation.group_count;
  made->code_points = translation.code_points;
  made->names = std::move(translation.names);
  if (pattern->compiled.compare_exchange_strong(compiled, made)) {
    gc::register_finalizer(pattern);
    return *made;
  }
  delete made;
  return *compiled;
}

pcre2_code* program_for(Pattern* pattern, Mode mode, TextKind kind, size_t text_units) {
  Compiled& compiled = compiled_of(pattern);
  Compiled::Program& program = compiled.programs[static_cast<int>(mode)][static_cast<int>(kind)];
  if (pcre2_code* fast = program.fast.load(std::memory_order_acquire)) return fast;
  pcre2_code* code = program.code.load(std::memory_order_acquire);
  if (!code) {
    pcre2_code* made = compile(pattern, mode, kind);
    if (program.code.compare_exchange_strong(code, made)) code = made;
    else pcre2_code_free(made);
  }
  uint32_t uses = program.uses.load(std::memory_order_relaxed);
  if (uses > kUsesBeforeJit) return code;
  bool due = uses == kUsesBeforeJit || text_units > kLongTextUnits;
  // Only one thread sees the counter pass the limit. The JIT works on a copy, because others
  // may be matching with the original.
  if (!program.uses.compare_exchange_strong(uses, due ? kUsesBeforeJit + 1 : uses + 1) || !due) return code;
  pcre2_code* fast = pcre2_code_copy(code);
  if (!fast) return code;
  pcre2_jit_compile(fast, PCRE2_JIT_COMPLETE);
  program.fast.store(fast, std::memory_order_release);
  return fast;
}

Value make_pattern(Value source, int32_t flags) {
  Translation translation = translate(as_string(source), flags, TextKind::kNoSurrogates);
  Pattern* pattern = gc::make<Pattern>();
  pattern->source = source;
  pattern->given_flags = flags;
  pattern->flags = translation.flags;
  return Value::object(pattern);
}

Value pattern_source(Value pattern) { return cast<Pattern>(pattern)->source; }
int32_t pattern_flags(Value pattern) { return static_cast<int32_t>(cast<Pattern>(pattern)->flags); }

Value quote(const String* text) {
  StringBuffer out;
  out.append("\\Q");
  Value end = make_string("\\E");
  uint32_t at = 0;
  for (;;) {
    int64_t found = index_of(text, as_string(end), at);
    if (found < 0) break;
    out.append(as_string(substring(text, at, static_cast<uint32_t>(found))));
    out.append("\\E\\\\E\\Q");
    at = static_cast<uint32_t>(found) + 2;
  }
  out.append(as_string(substring(text, at, text->length)));
  out.append("\\E");
  return out.to_string();
}

void finalize_pattern(Object* pattern) { delete static_cast<Pattern*>(pattern)->compiled.exchange(nullptr); }

}  // namespace clj::regex
