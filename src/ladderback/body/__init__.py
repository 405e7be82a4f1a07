"""The body: what a movement asks of this spine, who takes up the slack, and the picture of it.

One key pose is solved for one build (`posing`), held up by what it touches (`holding`), cut at L4/5 (`cutting`) and
pressed by muscles (`muscles`); `loading.load_pose` is that whole way, `movement.movement_load` the highest key pose of
a movement, `table.interpolated` the same for all movements at once. `slack` solves tasks with a person's own ranges,
`picture` draws what was solved. The physics is heavy and is read only when somebody asks for a load.
"""
