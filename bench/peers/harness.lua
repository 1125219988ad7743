-- The counterpart of bench/harness.clj: times `run` and prints the line that bench/compare reads.
return function(run)
  local runs, seconds = tonumber(arg[1]), tonumber(arg[2])
  local n, first, best, value, begin = 0, 0, 1e12, nil, os.clock()
  while not (n >= runs and (n == 1 or os.clock() - begin > seconds)) do
    local start = os.clock()
    value = run()
    local ms = (os.clock() - start) * 1000
    if n == 0 then first = ms end
    if ms < best then best = ms end
    n = n + 1
  end
  print(string.format("@ %.6f %.6f %.0f", first, best, value))
end
