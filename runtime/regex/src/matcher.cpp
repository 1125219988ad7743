#include <optional>
#include <vector>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/gc/heap.h"
#include "compiled.h"
#include "subject.h"

namespace clj::regex {

struct MatchState {
  std::u16string text;
  std::u16string whole_text;  // the text without halves of pairs, where it has such
  TextKind kind = TextKind::kAscii;
  size_t region_from = 0, region_to = 0;
  bool found = false;
  bool hit_end = false;
  Bounds bounds;
  std::vector<int64_t> groups;  // start and end of each, -1 when it took no part
  size_t search_from = 0;       // where the next find begins
  size_t appended_to = 0;
  pcre2_match_data* data = nullptr;  // with room for at least the pattern's groups
  ~MatchState() { pcre2_match_data_free(data); }
};

namespace {

// Limits beyond which Java's recursive matcher would long have overflowed its stack.
constexpr uint32_t kMatchLimit = 200'000'000, kHeapLimitKib = 512 * 1024;
constexpr size_t kJitStackBytes = size_t{8} << 20;

// Per thread: PCRE2's matching limits and the stack of JIT-compiled programs.
class Limits {
 public:
  Limits() : context_(pcre2_match_context_create(nullptr)), stack_(pcre2_jit_stack_create(32 * 1024, kJitStackBytes, nullptr)) {
    pcre2_set_match_limit(context_, kMatchLimit);
    pcre2_set_heap_limit(context_, kHeapLimitKib);
    pcre2_jit_stack_assign(context_, nullptr, stack_);
  }
  ~Limits() {
    pcre2_jit_stack_free(stack_);
    pcre2_match_context_free(context_);
  }
  pcre2_match_context* context() { return context_; }

 private:
  pcre2_match_context* context_;
  pcre2_jit_stack* stack_;
};
Limits& limits() {
  thread_local Limits limits;
  return limits;
}

// As a new matcher: at the beginning of its text.
void rewind(MatchState& state) {
  state.region_from = 0;
  state.region_to = state.text.size();
  state.found = false;
  state.search_from = state.appended_to = 0;
}

void load_text(const String* text, MatchState& state) {
  state.text.clear();
  state.text.reserve(text->length);
  if (text->is_utf16()) state.text.assign(text->utf16(), text->length);
  else state.text.assign(text->latin1(), text->latin1() + text->length);
  state.kind = kind_of(state.text);
  state.whole_text = state.kind == TextKind::kSurrogates ? without_halves(state.text) : std::u16string();
  rewind(state);
}

MatchState& state_of(Matcher* matcher) {
  if (!matcher->state) {
    matcher->state = new MatchState;
    gc::register_finalizer(matcher);
    load_text(as_string(matcher->text), *matcher->state);
  }
  return *matcher->state;
}

MatchState& found_state(Matcher* matcher, const char* otherwise = "No match available") {
  MatchState& state = state_of(matcher);
  if (!state.found) throw_error(Error::kIllegalState, otherwise);
  return state;
}

size_t group_slot(const Matcher* matcher, int64_t index) {
  if (index < 0 || index > group_count(matcher))
    throw_error(Error::kIndexOutOfBounds, "No group " + std::to_string(index));
  return static_cast<size_t>(index) * 2;
}

bool has_anchors(const Pattern* pattern) {
  std::string source = to_utf8(pattern->source);
  if (source.find_first_of("^$") != std::string::npos) return true;
  for (const char* anchor : {"\\A", "\\z", "\\Z"})
    if (source.find(anchor) != std::string::npos) return true;
  return false;
}

// Matches against [begin, end) of the text, from a place in it on.
int match_part(pcre2_code* code, MatchState& state, const std::u16string& text, size_t begin, size_t end, size_t from) {
  auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data() + begin);
  constexpr uint32_t options = PCRE2_NO_UTF_CHECK;
  int result = pcre2_match(code, subject, end - begin, from - begin, options, state.data, limits().context());
  // Too deep for the JIT's stack: the interpreter keeps its frames on the heap.
  if (result == PCRE2_ERROR_JIT_STACKLIMIT)
    result = pcre2_match(code, subject, end - begin, from - begin, options | PCRE2_NO_JIT, state.data, limits().context());
  return result;
}

bool run(Pattern* pattern, MatchState& state, Mode mode, size_t from) {
  Compiled& compiled = compiled_of(pattern);
  bool code_points = state.kind == TextKind::kSurrogates && compiled.code_points;
  TextKind kind = state.kind == TextKind::kSurrogates && !code_points ? TextKind::kNoSurrogates : state.kind;
  pcre2_code* code = program_for(pattern, mode, kind, state.region_to - from);
  auto pairs = static_cast<uint32_t>(compiled.group_count) + 1;
  if (!state.data || pcre2_get_ovector_count(state.data) < pairs) {
    pcre2_match_data_free(state.data);
    state.data = pcre2_match_data_create(pairs, nullptr);
  }
  int result;
  size_t seen_from = state.region_from;
  {
    std::u16string& text = code_points && !state.whole_text.empty() ? state.whole_text : state.text;
    std::optional<SplitPairs> split;
    if (code_points) split.emplace(text, std::initializer_list<size_t>{state.region_from, from, state.region_to});
    // With usual bounds the region is all the program sees.
    bool open = state.bounds.transparent || !state.bounds.anchoring;
    bool beyond = open && mode != Mode::kMatches && state.region_to < text.size();
    if (open) seen_from = 0;
    result = match_part(code, state, text, seen_from, beyond ? text.size() : state.region_to, from);
    // A match has to end in the region; PCRE2 cannot look farther than it may take.
    bool outside = beyond && result >= 0 && pcre2_get_ovector_pointer(state.data)[1] > state.region_to;
    // Nor can it have anchors where it sees beyond them.
    bool unanchored = open && state.bounds.anchoring && result == PCRE2_ERROR_NOMATCH && has_anchors(pattern);
    if (outside && !state.bounds.anchoring && has_anchors(pattern)) {
      result = PCRE2_ERROR_NOMATCH;
    } else if (outside || unanchored) {
      if (unanchored) seen_from = state.region_from;
      result = match_part(code, state, text, seen_from, state.region_to, from);
    }
  }
  if (result == PCRE2_ERROR_NOMATCH) {
    state.found = false;
    state.hit_end = true;
    return false;
  }
  if (result < 0) throw_error(Error::kStackOverflow);
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(state.data);
  state.groups.resize(pairs * 2);
  for (uint32_t i = 0; i < pairs * 2; ++i)
    state.groups[i] = offsets[i] == PCRE2_UNSET ? -1 : static_cast<int64_t>(offsets[i] + seen_from);
  state.found = true;
  state.hit_end = static_cast<size_t>(state.groups[1]) == state.region_to;
  auto end = static_cast<size_t>(state.groups[1]);
  state.search_from = state.groups[0] == state.groups[1] ? end + 1 : end;
  return true;
}

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool is_letter(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }

void append_range(const MatchState& state, size_t from, size_t to, StringBuffer& out) {
  if (from < to) out.append(state.text.data() + from, to - from);
}

Value text_between(Value text, int64_t from, int64_t to) {
  return substring(as_string(text), static_cast<uint32_t>(from), static_cast<uint32_t>(to));
}

Value group_text(Value text, const MatchState& state, size_t slot) {
  return state.groups[slot] < 0 ? Value::nil() : text_between(text, state.groups[slot], state.groups[slot + 1]);
}

// The text of the match, or a vector of it and of every group.
Value groups_of(Value text, const MatchState& state, int32_t group_count) {
  if (group_count == 0) return group_text(text, state, 0);
  gc::ValueList all;
  for (int32_t i = 0; i <= group_count; ++i) all.push_back(group_text(text, state, static_cast<size_t>(i) * 2));
  return make_vector(all.data(), all.size());
}

}  // namespace

Value make_matcher(Value pattern, Value text) {
  Matcher* matcher = gc::make<Matcher>();
  matcher->pattern = pattern;
  matcher->text = text;
  return Value::object(matcher);
}

Value copy_of_match(Matcher* matcher) {
  Value copy = make_matcher(matcher->pattern, matcher->text);
  MatchState& from = state_of(matcher);
  MatchState& to = state_of(cast<Matcher>(copy));
  to.found = from.found;
  to.groups = from.groups;
  return copy;
}

std::string description(Matcher* matcher) {
  MatchState& state = state_of(matcher);
  return "java.util.regex.Matcher[pattern=" + to_utf8(pattern_source(matcher->pattern)) + " region=" +
         std::to_string(state.region_from) + "," + std::to_string(state.region_to) + " lastmatch=" +
         (state.found ? to_utf8(group(matcher, 0)) : "") + "]";
}

int64_t region_start(Matcher* matcher) { return static_cast<int64_t>(state_of(matcher).region_from); }
int64_t region_end(Matcher* matcher) { return static_cast<int64_t>(state_of(matcher).region_to); }

void use_pattern(Matcher* matcher, Value pattern) {
  MatchState& state = state_of(matcher);
  matcher->pattern = pattern;
  gc::write_barrier(matcher);
  state.found = false;
}

void reset(Matcher* matcher) { rewind(state_of(matcher)); }
void reset(Matcher* matcher, Value text) {
  matcher->text = text;
  gc::write_barrier(matcher);
  if (matcher->state) load_text(as_string(text), *matcher->state);
}

void set_region(Matcher* matcher, int64_t from, int64_t to) {
  MatchState& state = state_of(matcher);
  auto length = static_cast<int64_t>(state.text.size());
  if (from < 0 || from > length) throw_error(Error::kIndexOutOfBounds, "start");
  if (to < 0 || to > length) throw_error(Error::kIndexOutOfBounds, "end");
  if (from > to) throw_error(Error::kIndexOutOfBounds, "start > end");
  state.found = false;
  state.region_from = state.search_from = static_cast<size_t>(from);
  state.region_to = static_cast<size_t>(to);
  state.appended_to = 0;
}

Bounds& bounds(Matcher* matcher) { return state_of(matcher).bounds; }

bool find(Matcher* matcher) {
  MatchState& state = state_of(matcher);
  if (state.search_from > state.region_to) {
    state.found = false;
    return false;
  }
  return run(cast<Pattern>(matcher->pattern), state, Mode::kFind, state.search_from);
}

bool find(Matcher* matcher, int64_t from) {
  MatchState& state = state_of(matcher);
  if (from < 0 || from > static_cast<int64_t>(state.text.size()))
    throw_error(Error::kIndexOutOfBounds, "Illegal start index");
  reset(matcher);
  return run(cast<Pattern>(matcher->pattern), state, Mode::kFind, static_cast<size_t>(from));
}

bool matches(Matcher* matcher) {
  MatchState& state = state_of(matcher);
  return run(cast<Pattern>(matcher->pattern), state, Mode::kMatches, state.region_from);
}

bool looking_at(Matcher* matcher) {
  MatchState& state = state_of(matcher);
  return run(cast<Pattern>(matcher->pattern), state, Mode::kLookingAt, state.region_from);
}

bool hit_end(Matcher* matcher) { return state_of(matcher).hit_end; }

int32_t group_count(const Matcher* matcher) { return compiled_of(cast<Pattern>(matcher->pattern)).group_count; }

int64_t group_start(Matcher* matcher, int64_t index) {
  MatchState& state = found_state(matcher);
  return state.groups[group_slot(matcher, index)];
}
int64_t group_end(Matcher* matcher, int64_t index) {
  MatchState& state = found_state(matcher);
  return state.groups[group_slot(matcher, index) + 1];
}

Value group(Matcher* matcher, int64_t index) {
  MatchState& state = found_state(matcher, "No match found");
  return group_text(matcher->text, state, group_slot(matcher, index));
}

int32_t group_index(const Matcher* matcher, std::string_view name) {
  Compiled& compiled = compiled_of(cast<Pattern>(matcher->pattern));
  auto found = compiled.names.find(std::string(name));
  if (found == compiled.names.end()) throw_error(Error::kIllegalArgument, "No group with name <" + std::string(name) + ">");
  return found->second;
}

Value groups(Matcher* matcher) { return groups_of(matcher->text, found_state(matcher, "No match found"), group_count(matcher)); }

Value first_match(Value pattern, Value text, bool whole) {
  // Programs match in loops: the buffers are kept, and there is no Matcher to finalize.
  thread_local MatchState state;
  load_text(as_string(text), state);
  auto* p = cast<Pattern>(pattern);
  if (!run(p, state, whole ? Mode::kMatches : Mode::kFind, 0)) return Value::nil();
  return groups_of(text, state, compiled_of(p).group_count);
}

void append_before_match(Matcher* matcher, StringBuffer& out) {
  MatchState& state = found_state(matcher);
  append_range(state, state.appended_to, static_cast<size_t>(state.groups[0]), out);
  state.appended_to = static_cast<size_t>(state.groups[1]);
}

void append_replacement(Matcher* matcher, StringBuffer& out, const String* replacement) {
  MatchState& state = found_state(matcher);
  StringBuffer text;
  auto at = [&](uint32_t i) { return i < replacement->length ? replacement->char_at(i) : u'\0'; };
  auto append_group = [&](int64_t index) {
    size_t slot = group_slot(matcher, index);
    if (state.groups[slot] >= 0) append_range(state, static_cast<size_t>(state.groups[slot]), static_cast<size_t>(state.groups[slot + 1]), text);
  };
  for (uint32_t i = 0; i < replacement->length;) {
    char16_t unit = replacement->char_at(i++);
    if (unit == u'\\') {
      if (i == replacement->length) throw_error(Error::kIllegalArgument, "character to be escaped is missing");
      text.append_unit(replacement->char_at(i++));
    } else if (unit != u'$') {
      text.append_unit(unit);
    } else if (i == replacement->length) {
      throw_error(Error::kIllegalArgument, "Illegal group reference: group index is missing");
    } else if (at(i) == u'{') {
      std::string name;
      for (++i; is_letter(at(i)) || is_digit(at(i)); ++i) name.push_back(static_cast<char>(at(i)));
      if (name.empty()) throw_error(Error::kIllegalArgument, "named capturing group has 0 length name");
      if (at(i) != u'}') throw_error(Error::kIllegalArgument, "named capturing group is missing trailing '}'");
      if (is_digit(static_cast<char16_t>(name[0])))
        throw_error(Error::kIllegalArgument, "capturing group name {" + name + "} starts with digit character");
      ++i;
      Compiled& compiled = compiled_of(cast<Pattern>(matcher->pattern));
      auto found = compiled.names.find(name);
      if (found == compiled.names.end()) throw_error(Error::kIllegalArgument, "No group with name {" + name + "}");
      append_group(found->second);
    } else {
      if (!is_digit(at(i))) throw_error(Error::kIllegalArgument, "Illegal group reference");
      int64_t index = at(i++) - u'0';
      group_slot(matcher, index);
      // More digits belong to the reference while there is such a group.
      while (is_digit(at(i)) && index * 10 + (at(i) - u'0') <= group_count(matcher)) index = index * 10 + (at(i++) - u'0');
      append_group(index);
    }
  }
  append_before_match(matcher, out);
  out.append(as_string(text.to_string()));
}

void append_tail(Matcher* matcher, StringBuffer& out) {
  MatchState& state = state_of(matcher);
  append_range(state, state.appended_to, state.text.size(), out);
}

Value replace_all(Matcher* matcher, const String* replacement) {
  reset(matcher);
  if (!find(matcher)) return matcher->text;
  StringBuffer out;
  do append_replacement(matcher, out, replacement);
  while (find(matcher));
  append_tail(matcher, out);
  return out.to_string();
}

Value replace_first(Matcher* matcher, const String* replacement) {
  reset(matcher);
  if (!find(matcher)) return matcher->text;
  StringBuffer out;
  append_replacement(matcher, out, replacement);
  append_tail(matcher, out);
  return out.to_string();
}

Value quote_replacement(const String* text) {
  StringBuffer out;
  for (uint32_t i = 0; i < text->length; ++i) {
    char16_t unit = text->char_at(i);
    if (unit == u'\\' || unit == u'$') out.append_unit(u'\\');
    out.append_unit(unit);
  }
  return out.to_string();
}

Value split(Value pattern, Value text, int64_t limit) {
  auto* matcher = cast<Matcher>(make_matcher(pattern, text));
  auto length = static_cast<int64_t>(as_string(text)->length);
  gc::ValueList parts;
  int64_t from = 0;
  while ((limit <= 0 || static_cast<int64_t>(parts.size()) < limit - 1) && find(matcher)) {
    int64_t start = group_start(matcher, 0), end = group_end(matcher, 0);
    // An empty match at the beginning makes no empty first part.
    if (end == 0) continue;
    parts.push_back(text_between(text, from, start));
    from = end;
  }
  if (from == 0 && parts.empty()) return make_vector({text});
  parts.push_back(text_between(text, from, length));
  if (limit == 0) {
    while (!parts.empty() && as_string(parts.back())->length == 0) parts.pop_back();
  }
  return make_vector(parts.data(), parts.size());
}

void finalize_matcher(Object* object) {
  auto* matcher = static_cast<Matcher*>(object);
  delete matcher->state;
  matcher->state = nullptr;
}

}  // namespace clj::regex
