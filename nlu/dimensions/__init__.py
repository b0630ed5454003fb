"""Small recognisers, one per dimension (numbers, quantities, time, ranks …); each yields `Mention`s."""
