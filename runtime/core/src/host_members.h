// Finding the row of a host class member.
#pragma once
#include <string_view>

#include "clj/core/host.h"
#include "clj/core/text.h"

namespace clj {

// The row that a call of `name` with `count` arguments (without the target) on class `cls`
// means: the class's own, then its superclasses', then its interfaces'. Static members and
// constructors are not inherited. nullptr when there is none.
const HostMember* find_host_member(Value cls, MemberKind kind, std::string_view name, uint32_t count);
// The same for a caller that knows a hash of the name. Calls with other hashes of it are right
// too, they only miss each other's cache entries.
const HostMember* find_host_member(Value cls, MemberKind kind, std::string_view name, uint32_t name_hash,
                                   uint32_t count);
// Any row of that name, whatever its argument count.
const HostMember* find_host_member_named(Value cls, MemberKind kind, std::string_view name);

// The name of a member symbol as a view where it is Latin-1 (it nearly always is).
class MemberName {
 public:
  explicit MemberName(Value symbol) {
    const String* name = as_string(cast<Symbol>(symbol)->name);
    hash_ = java_hash(name);
    if (name->is_utf16()) {
      text_ = to_utf8(name);
      view_ = text_;
    } else {
      view_ = {reinterpret_cast<const char*>(name->latin1()), name->length};
    }
  }
  operator std::string_view() const { return view_; }
  uint32_t hash() const { return hash_; }
  std::string text() const { return std::string(view_); }

 private:
  std::string text_;
  std::string_view view_;
  uint32_t hash_;
};

}  // namespace clj
