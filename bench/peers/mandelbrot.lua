local folder = arg[0]:match("^(.*)/") or "."
local measure = dofile(folder .. "/harness.lua")

local function escape_time(cr, ci, limit)
  local zr, zi, n = 0.0, 0.0, 0
  while true do
    local rr, ii = zr * zr, zi * zi
    if rr + ii > 4.0 or n == limit then return n end
    zr, zi, n = rr - ii + cr, 2.0 * zr * zi + ci, n + 1
  end
end
measure(function()
  local sum = 0
  for y = 0, 119 do
    for x = 0, 159 do sum = sum + escape_time(x * 0.01875 - 2.2, y * 0.02 - 1.2, 100) end
  end
  return sum
end)
